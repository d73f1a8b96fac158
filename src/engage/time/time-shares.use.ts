import { keyAccounts } from '../../identify/identify.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { listEntries } from '../calendar/entries.store.ts'
import { visitsOf } from '../visits/visits.store.ts'
import { addDays, instantAt, wallClockAt, weekOf } from '../visits/wall-clock.ts'
import { shareOf, type TimePiece, type TimeShare, type TimeSum, timeSums } from './working-time.ts'

/** Days of the company, both inside; null people: everybody. */
export type TimeAsked = { from: string; to: string; personIds: readonly string[] | null }

export type TimeShares = {
  sums: TimeSum[]
  isKey: (accountId: number) => boolean
  /** By person, in all. */
  people: Map<string, TimeShare>
  /** By week (its Monday), of everybody asked for. */
  weeks: Map<string, TimeShare>
  whole: TimeShare
}

type Reading = Pick<ActorContext, 'db' | 'pool'> & { clock: Clock }

/**
 * Where working time went, and how much of it to accounts that are key today. Counted: visits held, appointments up to
 * today, entries of time; see working-time.ts for overlaps and travel.
 */
export async function timeShares(reading: Reading, asked: TimeAsked): Promise<TimeShares> {
  const pieces = await piecesOf(reading, asked)
  const sums = timeSums(pieces, weekOf)
  const ids = [...new Set(sums.flatMap(sum => sum.accountId ?? []))]
  const keys = await keyAccounts(reading, ids)
  const isKey = (id: number) => keys.has(id)
  const grouped = (keyOf: (sum: TimeSum) => string) =>
    new Map([...Map.groupBy(sums, keyOf)].map(([name, own]) => [name, shareOf(own, isKey)]))
  return {
    sums,
    isKey,
    people: grouped(sum => sum.personId),
    weeks: grouped(sum => sum.week),
    whole: shareOf(sums, isKey),
  }
}

async function piecesOf(reading: Reading, { from, to, personIds }: TimeAsked): Promise<TimePiece[]> {
  const { db } = reading
  const [{ timeZone }, today] = await Promise.all([readSettings(db), businessDay(reading)])
  const last = to < today ? to : today
  const midnight = (day: string) => instantAt({ day, time: '00:00' }, timeZone)
  const [visits, entries] = await Promise.all([
    visitsOf(db, {
      personIds: personIds ?? undefined,
      ...{ from: midnight(from), to: midnight(addDays(last, 1)), states: ['held'] as const },
    }),
    listEntries(db, { from, to: last, personIds, kinds: ['appointment', 'time'] }),
  ])
  const held = visits.map((visit): TimePiece => {
    const span = { from: Date.parse(visit.heldFrom!), to: Date.parse(visit.heldUntil!) }
    const { day } = wallClockAt(visit.heldFrom!, timeZone)
    return { personId: visit.personId, day, accountId: visit.accountId, category: 'visit', span, rank: 0 }
  })
  const entered = entries.map(({ personId, day, accountId, category, startsAt, endsAt, minutes }): TimePiece => {
    const span = startsAt && endsAt ? { from: Date.parse(startsAt), to: Date.parse(endsAt) } : { minutes: minutes ?? 0 }
    return { personId, day, accountId, category, span, rank: accountId === null ? 2 : 1 }
  })
  return [...held, ...entered]
}
