import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Refusal } from './refusal.ts'

/** The user that postgres runs as when we are root, which it refuses to be. */
export type UnprivilegedUser = { uid: number; gid: number; name: string }

const preferred = ['postgres', 'nobody', 'daemon', 'www-data']

/** Users of the machine, from /etc/passwd. */
export function parsePasswd(text: string): UnprivilegedUser[] {
  return text
    .split('\n')
    .map(line => line.split(':'))
    .filter(fields => fields.length >= 4 && /^\d+$/.test(fields[2]!) && /^\d+$/.test(fields[3]!))
    .map(fields => ({ name: fields[0]!, uid: Number(fields[2]), gid: Number(fields[3]) }))
}

/** `ownerUid`: who owns the database already, so that a later start runs as the same user; null for a new one. */
export function chooseUser(users: UnprivilegedUser[], ownerUid: number | null): UnprivilegedUser | null {
  const candidates = users.filter(user => user.uid !== 0 && user.gid !== 0)
  if (ownerUid) {
    const owner = candidates.find(user => user.uid === ownerUid)
    if (owner) return owner
  }
  for (const name of preferred) {
    const found = candidates.find(user => user.name === name)
    if (found) return found
  }
  return candidates[0] ?? null
}

/** Null when we are not root and postgres can run as ourselves. */
export function unprivilegedUser(ownerUid: number | null): UnprivilegedUser | null {
  if (process.getuid?.() !== 0) return null
  const user = chooseUser(parsePasswd(readFileSync('/etc/passwd', 'utf8')), ownerUid)
  if (!user) throw new Refusal('postgres_as_root', { user: 'another user', reason: 'this machine has no other' })
  return user
}

/** Whether the user can go into the directory, every parent included. */
export function canReach(directory: string, user: UnprivilegedUser): boolean {
  const run = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', directory], {
    uid: user.uid,
    gid: user.gid,
    cwd: '/',
    stdio: 'ignore',
  })
  return run.status === 0
}
