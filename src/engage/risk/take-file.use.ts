import type { Kysely } from 'kysely'
import type { DB } from '../../platform/database-types.ts'
import { Refusal } from '../../platform/refusal.ts'
import { decodeXml } from './read-xml.ts'
import { faultsText, type Taken, type Taking, takeMessage } from './take-message.use.ts'
import { takeStorm } from './take-storm.use.ts'
import { MissingColumns, readTracks, type TracksRead } from './track-file.ts'

type Filed = { items: Taken[]; setAside: TracksRead['setAside'] }

/**
 * A CAP message or a file of storm tracks, told apart by its first character; all of it or nothing. Refused as
 * `risk_message_invalid`, or `risk_tracks_invalid` where columns lack.
 */
export async function takeFile(context: Omit<Taking, 'db'> & { db: Kysely<DB> }, bytes: Uint8Array): Promise<Filed> {
  const text = decodeXml(bytes)
  if (text === 'encoding')
    throw new Refusal('risk_message_invalid', { faults: faultsText([{ reason: 'encoding', field: 'alert' }]) })
  return context.db.transaction().execute(async db => {
    if (
      text
        .replace(/^\uFEFF/, '')
        .trimStart()
        .startsWith('<')
    )
      return { items: [await takeMessage({ ...context, db }, bytes)], setAside: [] }
    const { storms, setAside } = tracksOf(text)
    const items: Taken[] = []
    for (const storm of storms) items.push(await takeStorm({ ...context, db }, storm))
    return { items, setAside }
  })
}

function tracksOf(text: string): TracksRead {
  let read: TracksRead
  try {
    read = readTracks(text)
  } catch (error) {
    const columns = error instanceof MissingColumns ? error.columns.join(', ') : 'SID, ISO_TIME, LAT, LON'
    throw new Refusal('risk_tracks_invalid', { columns })
  }
  if (read.storms.length === 0) throw new Refusal('risk_tracks_invalid', { columns: 'SID, ISO_TIME, LAT, LON' })
  return read
}
