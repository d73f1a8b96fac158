import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { worksIn } from './living-process.server.ts'
import { Refusal } from './refusal.ts'

export type Postmaster = { pid: number; port: number }

/** postmaster.pid: process, directory, start, port, … one a line; null when it is not complete yet. */
export function parsePostmasterFile(text: string): Postmaster | null {
  const lines = text.split('\n')
  const pid = Number(lines[0])
  const port = Number(lines[3])
  return pid > 0 && port > 0 ? { pid, port } : null
}

/**
 * The postgres that runs on the cluster, proved by a connection with our password that names the same directory.
 * A pid file left by a killed postgres is removed, whatever process has got its number since.
 */
export async function findPostmaster(cluster: string, password: string): Promise<Postmaster | null> {
  const file = join(cluster, 'postmaster.pid')
  for (;;) {
    if (!existsSync(file)) return null
    const found = parsePostmasterFile(readFileSync(file, 'utf8'))
    const pid = found?.pid ?? (Number(readFileSync(file, 'utf8').split('\n')[0]) || 0)
    if (pid <= 0 || !worksIn(pid, cluster)) {
      rmSync(file, { force: true })
      return null
    }
    if (found) {
      const answer = await tryConnection(`postgres://vitalfew:${password}@127.0.0.1:${found.port}/postgres`, cluster)
      if (answer === 'connected') return found
      if (answer === 'refused') throw new Refusal('postgres_foreign', { directory: cluster, pid })
    }
    // It is starting or shutting down.
    await sleep(50)
  }
}

/** `cluster`: must be the directory that the server says it serves. */
export async function tryConnection(
  url: string,
  cluster?: string,
): Promise<'connected' | 'no database' | 'refused' | 'not ready'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (!cluster) return 'connected'
    const { rows } = await client.query(`select current_setting('vitalfew.directory', true) as directory`)
    return rows[0]?.directory === cluster ? 'connected' : 'refused'
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === '3D000') return 'no database'
    return code === '28P01' || code === '28000' ? 'refused' : 'not ready'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Ends what killed processes of ours still have running in an adopted server, locks and half transactions included. */
export async function terminateSessions(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
  } finally {
    await client.end()
  }
}

/** Asks server processes whose postmaster was killed to end; they keep the files in use until they do. */
export function stopLeftovers(cluster: string): void {
  if (process.platform !== 'linux') return
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      if (readlinkSync(`/proc/${name}/cwd`) === cluster) process.kill(Number(name), 'SIGTERM')
    } catch {
      // Gone already, or somebody else's.
    }
  }
}
