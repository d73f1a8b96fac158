import { businessDay } from '../platform/business-day.server.ts'
import { kindCounts, reasonsAgainst } from './answers.store.ts'
import { refreshSignals } from './refresh.use.ts'
import { refreshedSoon } from './refreshed-soon.server.ts'
import { signalKinds } from './sources.server.ts'
import { kindTitle, type Telling } from './told-signals.use.ts'

/** What became of each kind's signals in the last days, so that one sees which are acted on. */
export async function readKinds(context: Telling, days: number) {
  const { db, language } = context
  const today = await businessDay(context)
  await refreshedSoon(refreshSignals(context))
  const since = dayBefore(today, days - 1)
  const [kinds, counts, reasons] = await Promise.all([
    signalKinds(context.sourceFolder),
    kindCounts(db, since, today),
    reasonsAgainst(db, since),
  ])
  const against = new Map(reasons.map(each => [each.kind, each.reasons]))
  const items = counts.map(count => ({
    ...count,
    title: kindTitle(kinds, count.kind, language),
    reasons: against.get(count.kind) ?? [],
  }))
  return { since, items: items.sort((one, other) => one.title.localeCompare(other.title, language)) }
}

const dayBefore = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
