import type { Site } from '../../know/sites/site.ts'
import { citySpellings, sitesById, sitesOf } from '../../know/sites/sites.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { type Clock, dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { type AlertState, messageInForce, stateOfMessages, stateOfStorm } from './alert-state.ts'
import { type Alert, activeAlertIds, lockAlert, messagesOf, setState } from './alerts.store.ts'
import type { CapMessage } from './cap.ts'
import { clearExposures, type Exposure, writeExposures } from './exposures.store.ts'
import { landMask } from './land.server.ts'
import { adviseBy } from './measures.ts'
import { messageExposures } from './message-exposure.ts'
import { outlookAt, stormExposures } from './storm-exposure.ts'
import { advisoriesOf, fixesOf } from './tracks.store.ts'

export type Refreshing = { db: Db; clock: Clock; actor: Actor }

type Located = Site & { latitude: number; longitude: number }

/** Looks again at every alert that matters, and at all sites or (where some changed) at these. */
export async function refreshExposures(context: Refreshing, siteIds: readonly number[] | null): Promise<number> {
  const ids = await activeAlertIds(context.db)
  for (const id of ids) await refreshAlert(context, id, siteIds)
  return ids.length
}

/** The state of one alert at this hour, and the sites it reaches; call it in the transaction of what changed. */
export async function refreshAlert(
  { db, clock, actor }: Refreshing,
  id: number,
  siteIds: readonly number[] | null = null,
): Promise<void> {
  const alert = await lockAlert(db, id)
  if (!alert || alert.state === 'superseded') return
  const now = clock.now()
  const sites = [...(siteIds ? await sitesById(db, siteIds) : await sitesOf(db, null)).values()].filter(
    (site): site is Located => site.latitude !== null,
  )
  const { state, endsAt, exposures } =
    alert.kind === 'storm'
      ? await lookAtStorm(db, alert, sites, now.getTime())
      : await lookAtMessages(db, alert, sites, now.getTime())
  const { timeZone } = await readSettings(db)
  await writeExposures(
    db,
    exposures.map(exposure => ({
      ...exposure,
      alertId: id,
      adviseByDay: exposure.adviseBy && dayIn(timeZone, exposure.adviseBy),
      firstWarnedAt: now,
    })),
  )
  // What has passed is kept as it was: only what still may come is taken back.
  if (state !== 'expired')
    await clearExposures(
      db,
      id,
      exposures.map(exposure => exposure.siteId),
      siteIds,
    )
  await setState(db, id, state, now, endsAt)
  if (state !== alert.state)
    await recordChange(db, actor, {
      room: 'engage',
      subject: 'risk alert',
      subjectId: id,
      operation: 'state',
      before: { state: alert.state },
      after: { state },
    })
}

type Looked = {
  state: AlertState
  endsAt?: Date
  exposures: Omit<Exposure, 'alertId' | 'adviseByDay' | 'firstWarnedAt'>[]
}

async function lookAtStorm(db: Db, alert: Alert, sites: readonly Located[], now: number): Promise<Looked> {
  const [fixes, advisories, isLand] = await Promise.all([fixesOf(db, alert.id), advisoriesOf(db, alert.id), landMask()])
  const outlook = outlookAt(fixes, advisories, now)
  const forecast = advisories.flatMap(each => each.points.map(point => point.at))
  const seen = outlook?.seen.at(-1)?.at ?? advisories[0]?.issuedAt ?? now
  const state = stateOfStorm(seen, forecast.length > 0 ? Math.max(...forecast) : null, now)
  const endsAt = new Date(Math.max(seen, ...forecast))
  if (!outlook) return { state, endsAt, exposures: [] }
  // Once it is over only what it hit counts.
  const looked = state === 'over' ? { ...outlook, expected: outlook.seen.slice(-1) } : outlook
  return {
    state,
    endsAt,
    exposures: stormExposures(looked, sites, isLand).map(exposure => ({
      siteId: sites[exposure.site]!.id,
      accountId: sites[exposure.site]!.accountId,
      state: exposure.hit ? ('hit' as const) : ('warned' as const),
      probability: exposure.probability,
      arrivesAt: new Date(exposure.arrivesAt),
      closestAt: new Date(exposure.closestAt),
      closestKm: exposure.closestKm,
      adviseBy: new Date(adviseBy(alert.hazard, exposure.arrivesAt)),
    })),
  }
}

async function lookAtMessages(db: Db, alert: Alert, sites: readonly Located[], now: number): Promise<Looked> {
  const messages = (await messagesOf(db, [alert.id])).map(each => each.message)
  const state = stateOfMessages(messages, now)
  const { message } = messageInForce(messages)
  if (!message || (state !== 'active' && state !== 'expired')) return { state, exposures: [] }
  const cities = isDrawn(message) ? () => [] : await spellingsOf(sites)
  const places = sites.map(site => ({ ...site, cities: cities(site) }))
  return {
    state,
    exposures: messageExposures(message, places).map(({ site, probability, arrivesAt }) => ({
      siteId: sites[site]!.id,
      accountId: sites[site]!.accountId,
      state: 'warned' as const,
      probability,
      arrivesAt: new Date(arrivesAt),
      closestAt: null,
      closestKm: null,
      adviseBy: new Date(adviseBy(alert.hazard, arrivesAt)),
    })),
  }
}

/** Every area has its borders: then nobody asks for names. */
const isDrawn = ({ infos }: CapMessage): boolean =>
  infos.every(({ areas }) => areas.every(({ polygons, circles }) => polygons.length + circles.length > 0))

async function spellingsOf(sites: readonly Site[]): Promise<(site: Site) => string[]> {
  const known = new Map<string, string[]>()
  const keyOf = ({ city, country }: Site) => `${country ?? ''} ${city ?? ''}`
  for (const site of sites)
    if (site.city && !known.has(keyOf(site))) known.set(keyOf(site), await citySpellings(site.city, site.country))
  return site => known.get(keyOf(site)) ?? []
}
