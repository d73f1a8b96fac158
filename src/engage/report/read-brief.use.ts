import { Temporal } from 'temporal-polyfill'
import { findAccount } from '../../accounts/accounts.store.ts'
import { inBoth, suggestTopics } from '../../platform/brief.ts'
import type { BriefPart } from '../../platform/brief-part.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { dayIn } from '../../platform/clock.ts'
import { discovered } from '../../platform/discovered.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import type { Visit } from '../visits/visit.ts'
import { visit as findVisit, visitsOf } from '../visits/visits.server.ts'
import { readReportedVisit } from './read-report.use.ts'

export type Reading = Pick<ActorContext, 'db' | 'pool' | 'clock' | 'actor'>
export type Brief = Awaited<ReturnType<typeof briefOfVisit>>

/** The brief before a visit. Refused as `visit_unknown`. */
export async function briefOfVisit(reading: Reading, visitId: number) {
  const visit = await findVisit(reading.db, visitId)
  if (!visit) throw new Refusal('visit_unknown', { id: visitId })
  return makeBrief(reading, visit.accountId, visit)
}

/** The brief of an account as it stands, without a visit. Refused as `account_unknown`. */
export async function briefOfAccount(reading: Reading, accountId: number) {
  return makeBrief(reading, accountId, null)
}

async function makeBrief(reading: Reading, accountId: number, visit: Visit | null) {
  const { db, pool, clock } = reading
  const account = await findAccount(db, accountId)
  if (!account) throw new Refusal('account_unknown', { id: accountId })
  const [settings, today] = await Promise.all([readSettings(db), businessDay(reading)])
  const until = visit?.startsAt ?? clock.now().toISOString()
  const held = await visitsOf(db, { accountId, from: '1970-01-01T00:00:00Z', to: until, states: ['held'] })
  const last = held.filter(each => each.id !== visit?.id).at(-1)
  const since = last ? dayIn(last.timeZone, new Date(last.heldFrom ?? last.startsAt)) : null
  const formats = {
    en: sentenceFormat('en', settings.baseCurrency),
    'zh-Hans': sentenceFormat('zh-Hans', settings.baseCurrency),
  }
  const asked = {
    db,
    pool,
    clock,
    today,
    accountId,
    since: since !== null && since <= today ? since : null,
    contactIds: visit?.contactIds ?? [],
    words: (say: Parameters<typeof inBoth>[1]) => inBoth(formats, say),
  }
  const parts = await discovered<BriefPart>('.brief.server.ts', part => [part.name])
  const ordered = parts.map(({ part }) => part).sort((a, b) => a.order - b.order)
  const said = await Promise.all(ordered.map(part => part.read(asked)))
  const sections = said.flatMap((section, place) => (section ? [{ ...section, name: ordered[place]!.name }] : []))
  const personId = visit?.personId ?? account.ownerId
  return {
    account: { id: account.id, code: account.code, name: account.name, city: account.city },
    visit: visit && { id: visit.id, startsAt: visit.startsAt, timeZone: visit.timeZone, purpose: visit.purpose },
    personName: (personId && (await findPerson(db, personId))?.name) || null,
    since: asked.since,
    asOf: today,
    currency: settings.baseCurrency,
    topics: suggestTopics(sections),
    sections: sections.map(({ name, title, items, figures = [] }) => ({ name, title, items, figures })),
  }
}

/** Days back in which a held or forgotten visit may still want its report. */
const daysBack = 14

/** What the actor takes along: the visits of the coming days with briefs, and past ones that still want a report. */
export async function offlineKit(reading: Reading, days: number) {
  const { db, clock, actor } = reading
  const { timeZone } = await readSettings(db)
  const today = Temporal.PlainDate.from(await businessDay(reading))
  const instant = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant().toString()
  const visits =
    actor.id === null
      ? []
      : await visitsOf(db, {
          personId: actor.id,
          from: instant(today.subtract({ days: daysBack })),
          to: instant(today.add({ days })),
          states: ['planned', 'held', 'missed'],
        })
  const begin = instant(today)
  const taken = []
  // One after the other: each brief reads a dozen tables, and nobody waits for the kit.
  for (const { id, startsAt } of visits) {
    const reported = await readReportedVisit(reading, id)
    const isPast = startsAt < begin
    if (isPast && reported.report) continue
    taken.push({ reported, brief: isPast ? null : await briefOfVisit(reading, id) })
  }
  return { madeAt: `${clock.now().toISOString().slice(0, 19)}Z`, visits: taken }
}
