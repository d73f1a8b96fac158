import { parse } from 'csv-parse/sync'
import type { Fix } from './track.ts'

/** A storm of a file: its key (IBTrACS' SID), its name if told, and where it was seen in order of time. */
export type StormTrack = { key: string; name: string | null; fixes: Fix[] }

export type TracksRead = {
  storms: StormTrack[]
  /** Lines that could not be read, counted from 1 with the header, and why. */
  setAside: { line: number; reason: 'no time' | 'no place' | 'no storm' }[]
}

const names = {
  key: ['SID', 'STORM_ID', 'KEY'],
  name: ['NAME', 'STORM_NAME'],
  time: ['ISO_TIME', 'TIME', 'AT'],
  latitude: ['LAT', 'LATITUDE'],
  longitude: ['LON', 'LONGITUDE'],
  wind: ['WMO_WIND', 'USA_WIND', 'TOKYO_WIND', 'WIND'],
  pressure: ['WMO_PRES', 'USA_PRES', 'TOKYO_PRES', 'PRESSURE'],
} as const

/** Why a text is no file of tracks: the columns it lacks. */
export class MissingColumns extends Error {
  readonly columns: string[]
  constructor(columns: string[]) {
    super(`no ${columns.join(', ')}`)
    this.columns = columns
  }
}

/**
 * Reads tracks in the columns of IBTrACS (NOAA): SID, ISO_TIME (UTC), LAT, LON, and where there are WMO_WIND in knots,
 * WMO_PRES in hPa and NAME. An empty wind is below a gale. @throws MissingColumns
 */
export function readTracks(text: string): TracksRead {
  const rows = parse(text, { bom: true, skip_empty_lines: true, relax_column_count: true, trim: true }) as string[][]
  const header = (rows[0] ?? []).map(name => name.toUpperCase())
  const column = (field: keyof typeof names): number =>
    names[field].map(name => header.indexOf(name)).find(index => index >= 0) ?? -1
  const at = {
    key: column('key'),
    name: column('name'),
    time: column('time'),
    latitude: column('latitude'),
    longitude: column('longitude'),
    wind: column('wind'),
    pressure: column('pressure'),
  }
  const missing = (['key', 'time', 'latitude', 'longitude'] as const).filter(field => at[field] < 0)
  if (missing.length > 0) throw new MissingColumns(missing.map(field => names[field][0]))
  const storms = new Map<string, StormTrack>()
  const setAside: TracksRead['setAside'] = []
  for (const [index, row] of rows.entries()) {
    if (index === 0) continue
    const line = index + 1
    const key = row[at.key] ?? ''
    const time = instantOf(row[at.time] ?? '')
    const latitude = numberOf(row[at.latitude])
    const longitude = numberOf(row[at.longitude])
    // IBTrACS has a second line with units.
    if (key.trim() === '' && time === null && latitude === null) continue
    if (key === '') {
      setAside.push({ line, reason: 'no storm' })
      continue
    }
    if (time === null) {
      setAside.push({ line, reason: 'no time' })
      continue
    }
    if (latitude === null || longitude === null || Math.abs(latitude) > 90 || Math.abs(longitude) > 360) {
      setAside.push({ line, reason: 'no place' })
      continue
    }
    const storm = storms.get(key) ?? { key, name: null, fixes: [] }
    storms.set(key, storm)
    const name = at.name < 0 ? '' : (row[at.name] ?? '')
    if (name !== '' && name !== 'NOT_NAMED' && name !== 'UNNAMED') storm.name = name
    storm.fixes.push({
      at: time,
      latitude,
      longitude: longitude > 180 ? longitude - 360 : longitude,
      wind: numberOf(row[at.wind]),
      pressure: numberOf(row[at.pressure]),
    })
  }
  for (const { fixes } of storms.values()) fixes.sort((a, b) => a.at - b.at)
  return { storms: [...storms.values()], setAside }
}

const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : null

/** '2004-08-12 06:00:00' and ISO 8601; UTC where no zone is told. */
function instantOf(text: string): number | null {
  const match = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/.exec(text)
  if (!match) return null
  const time = Date.parse(`${match[1]}T${match[2]}${match[3] ?? ':00'}${match[4] ?? 'Z'}`)
  return Number.isNaN(time) ? null : time
}
