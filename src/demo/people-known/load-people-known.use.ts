import type { Kysely } from 'kysely'
import { contactsOfAccounts } from '../../accounts/contacts.server.ts'
import { bringPeople, enforceRetention, erasePerson, movePerson, setLimit } from '../../know/know.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { jobActor } from '../../platform/roles.ts'
import type { DemoAccount } from '../accounts.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import type { DemoKnownPerson, DemoMove } from './people-known.ts'

type Loading = { db: Kysely<DB>; clock: Clock; actors: DemoActors; ids: ReadonlyMap<string, number> }

/** Each manager enters what they know of their accounts' people; the head does where nobody owns the account. */
export async function loadPeopleKnown(
  { db, actors, ids }: Loading,
  accounts: readonly DemoAccount[],
  people: readonly DemoKnownPerson[],
): Promise<void> {
  const contacts = await contactsOfAccounts(db, [...ids.values()])
  const contactOf = new Map(contacts.map(contact => [`${contact.accountId} ${contact.email}`, contact]))
  const ownerOf = new Map(accounts.map(account => [account.code, account.ownerKey ?? 'lin.zhiyuan']))
  for (const [ownerKey, own] of Map.groupBy(people, person => ownerOf.get(person.account)!))
    await bringPeople(
      db,
      actorOf(actors, ownerKey),
      own.flatMap(({ account, email, acquaintances, ...person }) => {
        const contact = contactOf.get(`${ids.get(account)} ${email}`)
        if (!contact) return []
        return {
          ...person,
          contactId: contact.id,
          accountId: contact.accountId,
          title: contact.role,
          acquaintances: acquaintances.map(({ key, ...each }) => ({ ...each, personId: actorOf(actors, key).id })),
        }
      }),
    )
}

/** After everything else: who has moved, who asked to be erased, and the limits with what the first night found. */
export async function loadMovesAndErasures(
  { db, clock, actors, ids }: Loading,
  moves: readonly DemoMove[],
  erased: { account: string; email: string },
): Promise<void> {
  const accountIds = [...moves.map(move => move.account), erased.account].map(code => ids.get(code)!)
  const contacts = await contactsOfAccounts(db, accountIds)
  const find = (account: string, email: string) =>
    contacts.find(contact => contact.accountId === ids.get(account) && contact.email === email)
  for (const { account, email, to, day, role, ownerKey } of moves) {
    const contact = find(account, email)
    if (!contact) continue
    const accountId = to === null ? null : ids.get(to)!
    await movePerson({ db, clock, actor: actorOf(actors, ownerKey) }, contact.id, {
      version: contact.version,
      day,
      accountId,
      ...(accountId === null ? {} : { role }),
    })
  }
  const asked = find(erased.account, erased.email)
  if (asked)
    await erasePerson({ db, clock, actor: actorOf(actors, 'lin.zhiyuan') }, asked.id, 'Letter of 20 October 2026')
  const administrator = { db, clock, actor: actorOf(actors, 'su.yan') }
  await setLimit(administrator, { covers: 'personal data', months: 36, graceDays: 60, automatic: false, version: 1 })
  await setLimit(administrator, { covers: 'marketing', months: 36, graceDays: 30, automatic: true, version: 1 })
  await enforceRetention({ db, clock, actor: jobActor('Retention limits') })
}
