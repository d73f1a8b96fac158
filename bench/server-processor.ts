import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/**
 * Processor time that the database server behind an address has used so far, all its processes together, in
 * milliseconds. What else the machine does does not weigh on it as it does on times by the clock. Null where the system
 * does not tell (it is read from /proc, in ticks of 10 ms).
 */
export async function serverProcessor(url: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const server = statOf(rows[0]!.pid)?.parent
    if (!server) return null
    // Of processes that have ended the server itself keeps count; those that live are added.
    let ticks = statOf(server)?.ofEnded ?? 0
    for (const name of readdirSync('/proc')) {
      const stat = /^\d+$/.test(name) ? statOf(Number(name)) : null
      if (stat && (stat.parent === server || Number(name) === server)) ticks += stat.own
    }
    return ticks * 10
  } catch {
    return null
  } finally {
    await client.end()
  }
}

function statOf(pid: number): { parent: number; own: number; ofEnded: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return { parent: fields[1]!, own: fields[11]! + fields[12]!, ofEnded: fields[13]! + fields[14]! }
  } catch {
    return null
  }
}
