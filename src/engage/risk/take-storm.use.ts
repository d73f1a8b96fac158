import { recordChange } from '../../platform/audit.server.ts'
import { stateOfStorm } from './alert-state.ts'
import { type AlertFacts, insertAlert, lockArrivals, stormAlert, updateAlert } from './alerts.store.ts'
import { refreshAlert } from './refresh-exposures.use.ts'
import type { Advisory } from './storm-exposure.ts'
import { type Taken, type Taking, taken } from './take-message.use.ts'
import type { StormTrack } from './track-file.ts'
import { advisoriesOf, fixesOf, writeAdvisory, writeFixes } from './tracks.store.ts'

/**
 * Where a storm was seen and where an agency expects it: begins an alert, or adds to the storm of the same key. The later
 * word on an hour counts. Call it in a transaction.
 */
export async function takeStorm(
  context: Taking,
  { key, name, fixes }: StormTrack,
  advisory: Advisory | null = null,
): Promise<Taken> {
  const { db, actor, clock } = context
  await lockArrivals(db)
  const known = await stormAlert(db, key)
  const now = clock.now()
  const title = name ?? known?.title ?? key
  const first: AlertFacts = {
    hazard: 'storm',
    title,
    state: 'active',
    severity: null,
    certainty: null,
    beginsAt: null,
    endsAt: null,
  }
  const id = known?.id ?? (await insertAlert(db, { kind: 'storm', stormKey: key, receivedAt: now, ...first }))
  await writeFixes(db, id, fixes)
  if (advisory) await writeAdvisory(db, id, advisory)
  const [track, advisories] = await Promise.all([fixesOf(db, id), advisoriesOf(db, id)])
  const forecast = advisories.flatMap(each => each.points.map(point => point.at))
  const seen = track.filter(fix => fix.at <= now.getTime())
  const last = seen.at(-1)?.at ?? advisories[0]?.issuedAt ?? now.getTime()
  const ends = Math.max(last, ...forecast)
  await updateAlert(db, id, {
    ...first,
    state: stateOfStorm(last, forecast.length > 0 ? Math.max(...forecast) : null, now.getTime()),
    beginsAt: new Date(track[0]?.at ?? advisories[0]?.issuedAt ?? now.getTime()),
    endsAt: new Date(ends),
  })
  await recordChange(db, actor, {
    room: 'engage',
    subject: 'risk alert',
    subjectId: id,
    operation: known ? 'continue' : 'begin',
    after: { storm: key, fixes: fixes.length, forecast: advisory?.points.length ?? 0 },
  })
  await refreshAlert(context, id)
  return taken(db, id, known ? 'updated' : 'new')
}
