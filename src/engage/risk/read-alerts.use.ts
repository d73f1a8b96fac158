import { accountNames } from '../../accounts/account-names.server.ts'
import { mayEditContacts } from '../../accounts/account-rights.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { sumAmounts } from '../../identify/exact-amount.ts'
import type { Site } from '../../know/sites/site.ts'
import { sitesById, sitesOf } from '../../know/sites/sites.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Advice, adviceOf } from './advice.store.ts'
import { type AlertState, alertStates, messageInForce } from './alert-state.ts'
import { type Alert, findAlert, listAlerts, messagesOf } from './alerts.store.ts'
import { type Exposure, exposuresOf } from './exposures.store.ts'
import { landMask } from './land.server.ts'
import { adviseBy, hoursNeeded, usualMeasures } from './measures.ts'
import { coneOf } from './possible-tracks.ts'
import { outlookAt, type StormOutlook, stormExposures } from './storm-exposure.ts'
import type { TrackPoint } from './track.ts'
import { advisoriesOf, fixesOf } from './tracks.store.ts'

export type Reading = Pick<ActorContext, 'actor' | 'clock'> & { db: Db }

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null
const statesShown: Record<'active' | 'past' | 'all', readonly AlertState[]> = {
  active: ['active'],
  past: alertStates.filter(state => state !== 'active' && state !== 'superseded'),
  all: alertStates.filter(state => state !== 'superseded'),
}

export type ListQuery = { show: 'active' | 'past' | 'all'; exposed: boolean; limit: number; cursor: number }

/** Alerts with the money that they endanger, of all accounts and of the actor's own. */
export async function readAlerts(context: Reading, { show, exposed, limit, cursor }: ListQuery) {
  const { alerts, total } = await listAlerts(context.db, {
    states: statesShown[show],
    exposed,
    limit,
    offset: cursor,
  })
  const ids = alerts.map(alert => alert.id)
  const [exposures, advice] = await Promise.all([exposuresOf(context.db, ids), adviceOf(context.db, ids)])
  const known = await backgroundOf(context.db, exposures)
  return {
    total,
    items: alerts.map(alert =>
      briefOf(
        context,
        alert,
        exposures.filter(exposure => exposure.alertId === alert.id),
        advice.filter(each => each.alertId === alert.id),
        known,
      ),
    ),
    nextCursor: cursor + limit < total ? cursor + limit : null,
  }
}

type Background = {
  sites: Map<number, Site>
  accounts: Awaited<ReturnType<typeof accountNames>>
}

async function backgroundOf(db: Db, exposures: readonly { siteId: number; accountId: number }[]): Promise<Background> {
  const [sites, accounts] = await Promise.all([
    sitesById(db, [...new Set(exposures.map(exposure => exposure.siteId))]),
    accountNames(db, [...new Set(exposures.map(exposure => exposure.accountId))]),
  ])
  return { sites, accounts }
}

function moneyOf(sites: readonly Pick<Site, 'accountId' | 'goodsValue' | 'insurance'>[]) {
  const known = sites.filter(site => site.goodsValue !== null)
  return {
    sites: sites.length,
    accounts: new Set(sites.map(site => site.accountId)).size,
    goods: known.length === 0 ? null : sumAmounts(known.map(site => site.goodsValue)),
    goodsUnknown: sites.length - known.length,
    uninsured:
      known.length === 0
        ? null
        : sumAmounts(known.filter(site => site.insurance !== 'insured').map(site => site.goodsValue)),
  }
}

function briefOf(
  { actor }: Reading,
  alert: Alert,
  all: readonly Exposure[],
  advice: readonly Advice[],
  { sites, accounts }: Background,
) {
  const exposures = all.filter(exposure => exposure.state !== 'cleared')
  const ofSites = exposures.flatMap(exposure => sites.get(exposure.siteId) ?? [])
  const isOwn = ({ accountId }: { accountId: number }) =>
    actor.id !== null && accounts.get(accountId)?.ownerId === actor.id
  const advised = new Set(advice.map(each => each.siteId))
  const waiting = exposures.filter(exposure => exposure.state === 'warned' && !advised.has(exposure.siteId))
  const hours = waiting.flatMap(exposure => exposure.adviseBy?.getTime() ?? [])
  const arrivals = exposures.flatMap(exposure => exposure.arrivesAt?.getTime() ?? [])
  const saved = advice.flatMap(each => each.lossAvoided ?? [])
  return {
    id: alert.id,
    kind: alert.kind,
    hazard: alert.hazard,
    title: alert.title,
    state: alert.state,
    severity: alert.severity,
    certainty: alert.certainty,
    beginsAt: iso(alert.beginsAt),
    endsAt: iso(alert.endsAt),
    receivedAt: alert.receivedAt.toISOString(),
    arrivesAt: arrivals.length === 0 ? null : new Date(Math.min(...arrivals)).toISOString(),
    exposed: moneyOf(ofSites),
    own: moneyOf(ofSites.filter(isOwn)),
    advised: exposures.filter(exposure => advised.has(exposure.siteId)).length,
    adviseBy: alert.state === 'active' && hours.length > 0 ? new Date(Math.min(...hours)).toISOString() : null,
    lossAvoided: saved.length === 0 ? null : sumAmounts(saved),
  }
}

/** One alert with all that a page of it shows. Refused as `risk_alert_unknown`. */
export async function readAlert(context: Reading, id: number) {
  const { db, clock } = context
  const alert = await findAlert(db, id)
  if (!alert) throw new Refusal('risk_alert_unknown', { id })
  const [exposures, advice, stored, fixes, advisories] = await Promise.all([
    exposuresOf(db, [id]),
    adviceOf(db, [id]),
    messagesOf(db, [id]),
    fixesOf(db, id),
    advisoriesOf(db, id),
  ])
  const known = await backgroundOf(db, exposures)
  const messages = stored.map(each => each.message)
  const outlook = alert.state === 'active' ? outlookAt(fixes, advisories, clock.now().getTime()) : null
  const rows = exposures.flatMap(exposure => {
    const site = known.sites.get(exposure.siteId)
    return site && site.latitude !== null ? [rowOf(context, site, known, wireOf(exposure))] : []
  })
  return {
    ...briefOf(context, alert, exposures, advice, known),
    refreshedAt: iso(alert.refreshedAt),
    messages: messages.map(({ infos, ...message }) => ({
      ...message,
      infos: infos.map(info => ({
        ...info,
        areas: info.areas.map(({ description, polygons, circles }) => ({ description, polygons, circles })),
      })),
    })),
    inForce: messageInForce(messages).message?.identifier ?? null,
    fixes: fixes.map(pointOf),
    outlook: outlook && outlookOf(outlook),
    measures: usualMeasures(alert.hazard).map(measure => ({ measure, hours: hoursNeeded[measure] })),
    sites: ownFirst(rows),
    advice: await tellAdvice(db, advice),
  }
}

/** As it would have been at an hour, by the track until then alone. Refused as `risk_alert_unknown`. */
export async function replayStorm(context: Reading, id: number, at: string) {
  const { db } = context
  const alert = await findAlert(db, id)
  if (alert?.kind !== 'storm') throw new Refusal('risk_alert_unknown', { id })
  const [fixes, advisories, isLand, all] = await Promise.all([
    fixesOf(db, id),
    advisoriesOf(db, id),
    landMask(),
    sitesOf(db, null),
  ])
  const outlook = outlookAt(fixes, advisories, Date.parse(at))
  const sites = all.filter((site): site is Located => site.latitude !== null)
  const found = outlook ? stormExposures(outlook, sites, isLand) : []
  const exposures = found.map(({ site, hit, probability, arrivesAt, closestAt, closestKm }) => ({
    siteId: sites[site]!.id,
    accountId: sites[site]!.accountId,
    state: hit ? ('hit' as const) : ('warned' as const),
    probability,
    arrivesAt: new Date(arrivesAt).toISOString(),
    closestAt: new Date(closestAt).toISOString(),
    closestKm,
    adviseBy: new Date(adviseBy(alert.hazard, arrivesAt)).toISOString(),
    firstWarnedAt: null,
  }))
  const known = await backgroundOf(db, exposures)
  return {
    at,
    outlook: outlook && outlookOf(outlook),
    exposed: moneyOf(exposures.flatMap(exposure => known.sites.get(exposure.siteId) ?? [])),
    sites: ownFirst(
      exposures.map(({ accountId: _, ...exposure }) =>
        rowOf(context, known.sites.get(exposure.siteId)!, known, exposure),
      ),
    ),
  }
}

type Located = Site & { latitude: number; longitude: number }

const wireOf = ({ alertId: _, accountId: __, adviseByDay: ___, ...exposure }: Exposure) => ({
  ...exposure,
  arrivesAt: iso(exposure.arrivesAt),
  closestAt: iso(exposure.closestAt),
  adviseBy: iso(exposure.adviseBy),
  firstWarnedAt: iso(exposure.firstWarnedAt),
})

function rowOf(
  { actor }: Reading,
  site: Site,
  { accounts }: Background,
  exposure: Omit<ReturnType<typeof wireOf>, 'firstWarnedAt'> & { firstWarnedAt: string | null },
) {
  const account = accounts.get(site.accountId)!
  return {
    ...exposure,
    name: site.name,
    kind: site.kind,
    city: site.city,
    latitude: site.latitude!,
    longitude: site.longitude!,
    account: { id: account.id, code: account.code, name: account.name, ownerId: account.ownerId },
    mayAdvise: mayEditContacts(actor, account),
    own: actor.id !== null && account.ownerId === actor.id,
    goodsValue: site.goodsValue,
    goodsAsOf: site.goodsAsOf,
    insurance: site.insurance,
  }
}

/** Those of one's own accounts first, of these and the others the most valuable. */
function ownFirst<Row extends { own: boolean; state: string; goodsValue: string | null; siteId: number }>(
  rows: Row[],
): Row[] {
  const order = (row: Row) => Number(row.state === 'cleared')
  return rows.sort(
    (a, b) =>
      order(a) - order(b) ||
      Number(b.own) - Number(a.own) ||
      Number(b.goodsValue ?? -1) - Number(a.goodsValue ?? -1) ||
      a.siteId - b.siteId,
  )
}

const pointOf = ({ at, latitude, longitude, wind }: TrackPoint) => ({
  at: new Date(at).toISOString(),
  latitude,
  longitude,
  wind,
})

const outlookOf = ({ by, expected, spread }: StormOutlook) => ({
  by,
  expected: expected.map(pointOf),
  cone: coneOf(expected, spread).map(({ at, centre, radiusKm }) => ({
    ...centre,
    at: new Date(at).toISOString(),
    radiusKm,
  })),
})

/** Advice as it is sent: instants as text, with the names of contacts. */
export async function tellAdvice(db: Db, advice: readonly Advice[]) {
  const contacts = await contactNames(db, [...new Set(advice.flatMap(each => each.contactId ?? []))])
  return advice.map(each => ({
    ...each,
    givenAt: each.givenAt.toISOString(),
    outcomeAt: iso(each.outcomeAt),
    contactName: each.contactId === null ? null : (contacts.get(each.contactId)?.name ?? null),
  }))
}
