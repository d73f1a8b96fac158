import { Temporal } from 'temporal-polyfill'
import { accountNames, ownedAccounts } from '../../accounts/account-names.server.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import type { Acting } from './make-promise.use.ts'
import { keptRate, type PromiseCounts, type PromiseSide } from './promise.ts'
import { mayKeepPromise } from './promise-rights.ts'
import { countPromises, findPromise, listPromises, listSettled, type PromiseRow } from './promises.store.ts'

export type PromiseQuery = {
  accountId?: number
  whose: 'mine' | 'all'
  side?: PromiseSide
  state: 'open' | 'overdue' | 'settled'
  limit: number
  cursor?: string
}

/** One page of promises with the names in them. */
export async function readPromises(context: Acting, query: PromiseQuery) {
  const { db, actor } = context
  const filter = {
    accountIds: query.accountId === undefined ? null : [query.accountId],
    mine:
      query.whose === 'mine' && actor.id ? { ownerId: actor.id, accountIds: await ownedAccounts(db, actor.id) } : null,
    side: query.side ?? null,
    dueBefore: query.state === 'overdue' ? await businessDay(context) : null,
  }
  const [, day, id] = query.cursor?.match(/^(\d{4}-\d\d-\d\d)\|(\d{1,15})$/) ?? []
  const page = { limit: query.limit, after: day ? { day, id: Number(id) } : null }
  const rows =
    query.state === 'settled'
      ? await listSettled(db, filter, page)
      : await listPromises(db, { ...filter, open: true }, page)
  const last = rows.length === query.limit ? rows.at(-1) : undefined
  const placed = last && (query.state === 'settled' ? last.closedOn : (last.due ?? '9999-12-31'))
  return { items: await named(db, actor, rows), nextCursor: last ? `${placed}|${last.id}` : null }
}

/** One promise as the list shows it. Refused as `promise_unknown`. */
export async function readPromise({ db, actor }: Acting, id: number) {
  const row = await findPromise(db, id)
  if (!row) throw new Refusal('promise_unknown', { id })
  return (await named(db, actor, [row]))[0]!
}

async function named(db: Db, actor: Actor, rows: readonly PromiseRow[]) {
  const accounts = await accountNames(db, [...new Set(rows.map(row => row.accountId))])
  const contacts = await contactNames(db, [...new Set(rows.flatMap(row => row.contactId ?? []))])
  const people = rows.length === 0 ? new Map() : await peopleNames(db)
  return rows.map(({ accountId, madeBy: _, ...row }) => {
    const account = accounts.get(accountId)!
    return {
      ...row,
      account,
      ownerName: row.ownerId && (people.get(row.ownerId) ?? row.ownerId),
      contactName: (row.contactId && contacts.get(row.contactId)?.name) || null,
      mayEdit: mayKeepPromise(actor, account, row),
    }
  })
}

async function peopleNames(db: Db): Promise<Map<string, string>> {
  return new Map((await listPeople(db)).map(person => [person.id, person.name]))
}

const none: PromiseCounts = { kept: 0, keptLate: 0, broken: 0, overdue: 0, open: 0 }

/** How promises made since a day (twelve months ago without it) were kept: ours by person, and both sides as a whole. */
export async function readKept(context: Acting, { accountId, from }: { accountId?: number; from?: string }) {
  const today = await businessDay(context)
  const since = from ?? Temporal.PlainDate.from(today).subtract({ years: 1 }).toString()
  const span = { from: since, today, accountId }
  const [byPerson, bySide, names] = await Promise.all([
    countPromises(context.db, 'owner_id', span),
    countPromises(context.db, 'side', span),
    peopleNames(context.db),
  ])
  const rated = (counts: PromiseCounts) => ({ ...counts, rate: keptRate(counts) })
  const ofSide = (side: PromiseSide) => rated(bySide.find(each => each.of === side) ?? none)
  return {
    from: since,
    people: byPerson.map(({ of: personId, ...counts }) => ({
      personId,
      name: names.get(personId) ?? personId,
      ...rated(counts),
    })),
    ours: ofSide('ours'),
    theirs: ofSide('theirs'),
  }
}
