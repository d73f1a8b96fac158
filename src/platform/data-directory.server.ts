import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { checkDatabase } from './database-check.server.ts'
import { startEmbeddedPostgres, stopEmbeddedPostgres } from './embedded-postgres.server.ts'
import { type ProcessLock, tryLock, waitForLock } from './process-lock.server.ts'
import { Refusal } from './refusal.ts'
import { watchProcess } from './supervise.server.ts'

/** Of the layout below; a directory with a higher number is refused. */
const format = 1

/**
 * format        the number above
 * locks/        system: held by the running system; users: shared by everyone who uses the embedded database;
 *               door: held for the moment of opening or closing
 * running.json  who holds the system lock: process, address, database
 * postgres/     the embedded database (embedded-postgres.server.ts)
 * files/        what people uploaded
 * restoring     there while a restore is under way
 * secret        signs cookies, encrypts second factors
 */
export type DataDirectory = {
  path: string
  databaseUrl: string
  /** Whether the embedded PostgreSQL serves, rather than DATABASE_URL. */
  embedded: boolean
  /** Starts the embedded database again whenever it dies, then calls `revived`; ends with `close`. */
  guard: (log: (message: string) => void, revived?: () => void) => void
  /** Tells later callers where the running system is reached; for `system` alone. */
  announce: (address: string) => void
  close: () => Promise<void>
}

export type OpenOptions = {
  /** Default: .vitalfew in the checkout. */
  data?: string
  /** Replaces the embedded database; default: the environment's DATABASE_URL. */
  databaseUrl?: string
  /** `system` is the one running system of the directory; `command` works beside it or alone. Default `command`. */
  as?: 'system' | 'command'
  /** For the restore alone, which may find what an earlier one left unfinished. */
  restoring?: boolean
}

/**
 * Opens the data directory and its database, which is started unless it runs. Whoever closes last stops it.
 * Refuses, with a code each: a directory in use (as `system`), unwritable, not ours, newer; a DATABASE_URL that does not serve.
 */
export async function openDataDirectory(options: OpenOptions = {}): Promise<DataDirectory> {
  const path = prepareDirectory(options.data ?? defaultDataDirectory)
  if (!options.restoring && existsSync(join(path, 'restoring')))
    throw new Refusal('restore_unfinished', { directory: path })
  const system = options.as === 'system' ? await becomeSystem(path) : null
  try {
    const external =
      options.databaseUrl ?? (process.env.DATABASE_URL || undefined) ?? (system ? undefined : externalOfRunning(path))
    if (external) await checkDatabase(external)
    const use = external ? null : await joinEmbedded(path)
    const databaseUrl = external ?? use!.url
    const announce = (address: string) =>
      writeRunning(path, { pid: process.pid, address, databaseUrl, embedded: !external })
    let unguard: () => void = () => undefined
    const guard: DataDirectory['guard'] = (log, revived) => {
      if (!use) return
      const revive = async () => {
        const pid = await reviveEmbedded(path)
        revived?.()
        return pid
      }
      unguard = watchProcess(use.pid, revive, log)
    }
    const close = async () => {
      unguard()
      await use?.release()
      system?.release()
    }
    return { path, databaseUrl, embedded: !external, guard, announce, close }
  } catch (error) {
    system?.release()
    throw error
  }
}

export const defaultDataDirectory = fileURLToPath(new URL('../../.vitalfew', import.meta.url))

/** The secret of the directory, made at first use. */
export function keptSecret(path: string): string {
  const file = join(path, 'secret')
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(file, 'utf8').trim()
}

function prepareDirectory(data: string): string {
  const wanted = resolve(data)
  try {
    // As root, postgres passes through as another user; nobody else can look inside.
    makeFolders(wanted, process.getuid?.() === 0 ? 0o711 : 0o700)
    const path = realpathSync(wanted)
    checkFormat(path)
    for (const directory of [path, join(path, 'locks'), join(path, 'files')]) {
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    }
    return path
  } catch (error) {
    if (error instanceof Refusal) throw error
    const { code, message } = error as NodeJS.ErrnoException
    const user = process.platform === 'win32' ? userInfo().username : userName()
    throw new Refusal('data_directory_unwritable', { directory: wanted, user, reason: reasons[code ?? ''] ?? message })
  }
}

/** Step by step: Node's own recursive way never ends below a folder in which nothing can be made, such as /proc. */
function makeFolders(path: string, mode: number): void {
  if (existsSync(path)) return
  makeFolders(dirname(path), mode)
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

const reasons: Record<string, string> = {
  ENOENT: 'no folder can be made there',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'read-only file system',
  ENOSPC: 'no space left',
  ENOTDIR: 'not a directory',
  EEXIST: 'not a directory',
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A user that the machine has no name for, as containers have.
    return `user ${process.getuid?.()}`
  }
}

function checkFormat(path: string): void {
  const file = join(path, 'format')
  if (existsSync(file)) {
    const found = Number(readFileSync(file, 'utf8'))
    if (!(found <= format))
      throw new Refusal('data_directory_newer', { directory: path, format: found, readable: format })
    return
  }
  const strangers = readdirSync(path).filter(name => !name.startsWith('.') && name !== 'lost+found')
  if (strangers.length > 0) throw new Refusal('data_directory_foreign', { directory: path })
  writeFileSync(file, `${format}\n`)
}

async function becomeSystem(path: string): Promise<ProcessLock> {
  // Patience with a system that is just stopping, and with a command that looks whether one runs.
  const lock = await waitForLock(join(path, 'locks', 'system'), 'exclusive', 1_500)
  if (!lock) {
    const running = readRunning(path)
    throw new Refusal('data_directory_in_use', {
      directory: path,
      pid: running?.pid ?? '?',
      address: running?.address ?? '',
    })
  }
  writeRunning(path, { pid: process.pid })
  return {
    release: () => {
      rmSync(join(path, 'running.json'), { force: true })
      lock.release()
    },
  }
}

type Running = { pid: number; address?: string; databaseUrl?: string; embedded?: boolean }

function writeRunning(path: string, running: Running): void {
  writeFileSync(join(path, 'running.json'), `${JSON.stringify(running)}\n`, { mode: 0o600 })
}

function readRunning(path: string): Running | null {
  try {
    return JSON.parse(readFileSync(join(path, 'running.json'), 'utf8'))
  } catch {
    return null
  }
}

/** The DATABASE_URL with which the system of this directory runs, if it does. */
function externalOfRunning(path: string): string | undefined {
  const free = tryLock(join(path, 'locks', 'system'), 'shared')
  free?.release()
  const running = free ? null : readRunning(path)
  return running?.embedded === false ? running.databaseUrl : undefined
}

async function joinEmbedded(path: string): Promise<{ url: string; pid: number; release: () => Promise<void> }> {
  const directory = join(path, 'postgres')
  const door = await enter(path)
  try {
    const alone = tryLock(join(path, 'locks', 'users'), 'exclusive')
    alone?.release()
    const { url, pid } = await startEmbeddedPostgres({ directory, alone: alone !== null })
    const use = tryLock(join(path, 'locks', 'users'), 'shared')
    if (!use) throw new Error('The lock of the users is held although the door was ours.')
    return { url, pid, release: () => leave(path, use) }
  } finally {
    door.release()
  }
}

/** On the port it had: the pools of everyone who uses it find it again. */
async function reviveEmbedded(path: string): Promise<number> {
  const door = await enter(path)
  try {
    return (await startEmbeddedPostgres({ directory: join(path, 'postgres') })).pid
  } finally {
    door.release()
  }
}

async function leave(path: string, use: ProcessLock): Promise<void> {
  const door = await enter(path)
  try {
    use.release()
    const last = tryLock(join(path, 'locks', 'users'), 'exclusive')
    if (!last) return
    last.release()
    await stopEmbeddedPostgres(join(path, 'postgres'))
  } finally {
    door.release()
  }
}

async function enter(path: string): Promise<ProcessLock> {
  const door = await waitForLock(join(path, 'locks', 'door'), 'exclusive')
  if (!door) throw new Error('The door was not waited for.')
  return door
}
