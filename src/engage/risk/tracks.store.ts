import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Advisory, ForecastPoint } from './storm-exposure.ts'
import type { Fix } from './track.ts'

/** The later word on an hour counts. */
export async function writeFixes(db: Db, alertId: number, fixes: readonly Fix[]): Promise<void> {
  const rows = fixes.map(({ at, pressure = null, ...fix }) => ({ ...fix, pressure, at: new Date(at).toISOString() }))
  await sql`
    insert into engage.storm_fix (alert_id, at, latitude, longitude, wind, pressure)
    select distinct on (f.at) ${alertId}, f.at, f.latitude, f.longitude, f.wind, f.pressure
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (at timestamptz, latitude double precision,
      longitude double precision, wind double precision, pressure double precision)
    on conflict (alert_id, at) do update set latitude = excluded.latitude, longitude = excluded.longitude,
      wind = excluded.wind, pressure = excluded.pressure`.execute(db)
}

export async function fixesOf(db: Db, alertId: number): Promise<Fix[]> {
  const { rows } = await sql<Omit<Fix, 'at'> & { at: Date }>`
    select at, latitude, longitude, wind, pressure from engage.storm_fix
    where alert_id = ${alertId} order by at`.execute(db)
  return rows.map(({ at, ...fix }) => ({ ...fix, at: at.getTime() }))
}

/** An advisory is written as a whole: the same hour of issue again takes its place. */
export async function writeAdvisory(db: Db, alertId: number, { issuedAt, points }: Advisory): Promise<void> {
  const issued = new Date(issuedAt).toISOString()
  const rows = points.map(({ at, ...point }) => ({ ...point, at: new Date(at).toISOString() }))
  await sql`delete from engage.storm_forecast where alert_id = ${alertId} and issued_at = ${issued}`.execute(db)
  await sql`
    insert into engage.storm_forecast (alert_id, issued_at, at, latitude, longitude, wind, radius_km)
    select ${alertId}, ${issued}::timestamptz, f.at, f.latitude, f.longitude, f.wind, f."radiusKm"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f (at timestamptz, latitude double precision,
      longitude double precision, wind double precision, "radiusKm" double precision)`.execute(db)
}

export async function advisoriesOf(db: Db, alertId: number): Promise<Advisory[]> {
  const { rows } = await sql<Omit<ForecastPoint, 'at'> & { at: Date; issuedAt: Date }>`
    select issued_at as "issuedAt", at, latitude, longitude, wind, radius_km as "radiusKm" from engage.storm_forecast
    where alert_id = ${alertId} order by issued_at, at`.execute(db)
  const advisories = new Map<number, ForecastPoint[]>()
  for (const { issuedAt, at, ...point } of rows) {
    const points = advisories.get(issuedAt.getTime()) ?? []
    advisories.set(issuedAt.getTime(), points)
    points.push({ ...point, at: at.getTime() })
  }
  return [...advisories].map(([issuedAt, points]) => ({ issuedAt, points }))
}
