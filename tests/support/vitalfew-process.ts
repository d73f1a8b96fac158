import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** What npm links as `vitalfew`. */
export const command = fileURLToPath(new URL('../../bin/vitalfew.mjs', import.meta.url))
/** The same without the process in between, so that a kill hits the work itself. */
export const program = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

export type VitalfewProcess = {
  child: ChildProcess
  /** Standard output and error so far. */
  said: () => string
  /** Waits for the first group of the pattern in what it says; fails when it ends before. */
  says: (pattern: RegExp) => Promise<string>
  /** The exit code, null where a signal ended it. */
  over: Promise<number | null>
}

/** The real command line in a process of its own, on the database of that URL. */
export function runVitalfew(script: string, args: string[], databaseUrl: string): VitalfewProcess {
  const { VITALFEW_URL: _, ...env } = process.env
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...env, DATABASE_URL: databaseUrl, LANG: 'en', LC_ALL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', piece => {
      text += piece
    })
  const over = once(child, 'close').then(([code]) => code as number | null)
  return {
    child,
    said: () => text,
    says: pattern =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(text)?.[1]
          if (found !== undefined) resolve(found)
        }
        look()
        child.stdout.on('data', look)
        over.then(code => reject(new Error(`It ended with ${code} before it said ${pattern}:\n${text}`)), reject)
      }),
    over,
  }
}
