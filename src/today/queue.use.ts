import { accountNames } from '../accounts/account-names.server.ts'
import { keyAccounts } from '../identify/identify.server.ts'
import { standsInFor } from '../platform/absences.store.ts'
import { businessDay } from '../platform/business-day.server.ts'
import { listPeople } from '../platform/people.store.ts'
import type { Actor, Role } from '../platform/roles.ts'
import { addAmounts } from './add-amounts.ts'
import { type Group, groups } from './group.ts'
import { type GroupSum, type QueueFilter, queueByAccount, queueByPerson, queueSums, readQueue } from './queue.store.ts'
import { refreshSignals } from './refresh.use.ts'
import { refreshedSoon } from './refreshed-soon.server.ts'
import { roleWords } from './role-words.ts'
import { signalKinds } from './sources.server.ts'
import { readState } from './state.store.ts'
import { kindTitle, type Telling, toldSignals } from './told-signals.use.ts'
import { chosenWhose, whoseQueue } from './whose-queue.ts'

export type Page = { kind?: string; group?: Group; cursor: number; limit: number }

/** The actor's own queue, with that of those they stand in for today. A reader has none. */
export async function readMyQueue(
  context: Telling & { actor: Actor },
  { show, ...page }: Page & { show: 'open' | 'answered' },
) {
  const { actor } = context
  const today = await businessDay(context)
  const people = await listPeople(context.db)
  const standingIn = actor.id === null ? [] : await standsInFor(context.db, actor.id, today)
  const whose = whoseQueue(actor, standingIn, people)
  const queue = await readPage(context, { whose, today, show }, page)
  const names = new Map(people.map(person => [person.id, person.name]))
  return { ...queue, standingInFor: standingIn.map(id => ({ id, name: names.get(id) ?? id })) }
}

/** Everybody's queue: by person, by account, and the signals best first. */
export async function readDepartmentQueue(
  context: Telling,
  { personId, role, accountId, ...page }: Page & { personId?: string; role?: Role; accountId?: number },
) {
  const { db } = context
  const today = await businessDay(context)
  const filter: QueueFilter = { whose: chosenWhose(personId, role), today, show: 'open', accountId }
  const queue = await readPage(context, filter, page)
  const narrowed = { ...filter, kind: page.kind, group: page.group }
  const [holdings, held, people] = await Promise.all([
    queueByPerson(db, { ...narrowed, whose: null }),
    queueByAccount(db, { ...narrowed, accountId: undefined }, 12),
    listPeople(db),
  ])
  const ids = held.map(each => each.accountId)
  const [accounts, tiers] = await Promise.all([accountNames(db, ids), keyAccounts(context, ids)])
  const names = new Map(people.map(person => [person.id, person.name]))
  return {
    ...queue,
    people: holdings.map(each => ({
      ...each,
      name: each.personId === null ? roleWords(each.role, context.language) : (names.get(each.personId) ?? ''),
    })),
    accounts: held.flatMap(({ accountId: id, ...sums }) => {
      const account = accounts.get(id)
      return account
        ? [{ ...sums, account: { id, code: account.code, name: account.name, tier: tiers.get(id) ?? null } }]
        : []
    }),
  }
}

async function readPage(context: Telling, filter: QueueFilter, { kind, group, cursor, limit }: Page) {
  const { db, language } = context
  const refreshing = !(await refreshedSoon(refreshSignals(context)))
  const [sums, rows, kinds, state] = await Promise.all([
    queueSums(db, filter),
    readQueue(db, { ...filter, kind, group }, { offset: cursor, limit }),
    signalKinds(context.sourceFolder),
    readState(db),
  ])
  const total = sums
    .filter(sum => (kind === undefined || sum.kind === kind) && (group === undefined || sum.group === group))
    .reduce((count, sum) => count + sum.signals, 0)
  const names = [...new Set(sums.map(sum => sum.kind))]
  return {
    today: filter.today,
    total,
    items: await toldSignals(context, rows, filter.today),
    nextCursor: cursor + limit < total ? cursor + limit : null,
    // Each choice is counted under the other.
    groups: groups.map(each => ({
      group: each,
      ...summed(sums.filter(sum => sum.group === each && (kind === undefined || sum.kind === kind))),
    })),
    kinds: names
      .map(each => ({
        kind: each,
        title: kindTitle(kinds, each, language),
        ...summed(sums.filter(sum => sum.kind === each && (group === undefined || sum.group === group))),
      }))
      .sort((one, other) => one.title.localeCompare(other.title, language)),
    refreshing,
    failed: Object.keys(state?.failed ?? {}),
  }
}

const summed = (sums: readonly GroupSum[]) => ({
  signals: sums.reduce((count, sum) => count + sum.signals, 0),
  value: addAmounts(sums.map(sum => sum.value)),
})
