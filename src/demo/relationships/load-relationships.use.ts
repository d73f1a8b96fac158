import type { Kysely } from 'kysely'
import { contactsOfAccounts } from '../../accounts/contacts.server.ts'
import { peopleOf } from '../../know/know.server.ts'
import { bringContactDays, drawLines, placePeople } from '../../know/map/map.server.ts'
import type { DB } from '../../platform/database-types.ts'
import type { DemoAccount } from '../accounts.ts'
import { demoDay } from '../company.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { type DemoLine, earlierContacts } from './relationships.ts'

type Loading = { db: Kysely<DB>; seed: string; actors: DemoActors; ids: ReadonlyMap<string, number> }

/** Each manager draws the lines at their own accounts (the head at those nobody owns); the days of contact come along. */
export async function loadRelationships(
  { db, seed, actors, ids }: Loading,
  accounts: readonly DemoAccount[],
  lines: readonly DemoLine[],
): Promise<void> {
  const drawn = new Set(lines.map(line => line.account))
  const accountIds = accounts.flatMap(({ code }) => (drawn.has(code) ? (ids.get(code) ?? []) : []))
  const contacts = await contactsOfAccounts(db, accountIds)
  const contactId = new Map(contacts.map(({ accountId, email, id }) => [`${accountId} ${email}`, id]))
  const ownerOf = new Map(accounts.map(account => [account.code, account.ownerKey ?? 'lin.zhiyuan']))
  for (const [ownerKey, own] of Map.groupBy(lines, line => ownerOf.get(line.account)!)) {
    const actor = actorOf(actors, ownerKey)
    await drawLines(
      { db, actor },
      own.flatMap(({ account, from, to, ...line }) => {
        const accountId = ids.get(account)!
        const [fromContactId, toContactId] = [
          contactId.get(`${accountId} ${from}`),
          contactId.get(`${accountId} ${to}`),
        ]
        return fromContactId && toContactId ? [{ accountId, fromContactId, toContactId, ...line }] : []
      }),
    )
  }
  await bringContactDays(db, await contactDays(db, seed, accountIds))
  await moveSomebody({ db, seed, actors, ids }, accounts)
}

async function contactDays(db: Kysely<DB>, seed: string, accountIds: readonly number[]) {
  const people = await peopleOf(db, accountIds)
  return people.flatMap(({ contactId, acquaintances }) =>
    acquaintances.flatMap(({ personId, lastContactOn }) =>
      lastContactOn === null
        ? []
        : earlierContacts(seed, { contactId, personId, lastContactOn }, demoDay).map(day => ({
            contactId,
            personId,
            day,
          })),
    ),
  )
}

/** At the largest accounts the manager has put somebody aside by hand, next to the drawing. */
async function moveSomebody({ db, actors, ids }: Loading, accounts: readonly DemoAccount[]): Promise<void> {
  const largest = accounts.filter(account => account.rank < 6 && account.ownerKey !== null)
  for (const { code, ownerKey } of largest) {
    const accountId = ids.get(code)!
    const last = (await contactsOfAccounts(db, [accountId])).toSorted((left, right) => left.id - right.id).at(-1)
    if (!last) continue
    const context = { db, actor: actorOf(actors, ownerKey!) }
    await placePeople(context, { accountId, wide: false }, [{ contactId: last.id, personId: null, x: 560, y: 0 }])
  }
}
