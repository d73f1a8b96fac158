import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from './database-types.ts'
import type { Language } from './language.ts'
import { Refusal } from './refusal.ts'

/** What a `*.command.ts` exports. */
export type Command = {
  name: string
  /** One line for the list of commands. */
  summary: string
  usage: string
  /** Answers with the exit code. */
  run: (args: string[], context: CommandContext) => Promise<number>
}

export type CommandContext = {
  /** The running system's database, or the embedded one started for this call; migrated. */
  openDatabase: () => Promise<{ db: Kysely<DB>; pool: pg.Pool; url: string; close: () => Promise<void> }>
  /** Absolute, from --data. */
  dataDirectory: string
  out: (text: string) => void
  error: (text: string) => void
  isTerminal: boolean
  language: Language
}

/** Takes `--data DIR` out of the arguments, wherever it stands. */
export function takeDataOption(args: readonly string[]): { data: string | undefined; rest: string[] } {
  const rest: string[] = []
  let data: string | undefined
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    if (arg === '--') return { data, rest: [...rest, ...args.slice(i)] }
    if (arg === '--data') data = args[++i]
    else if (arg.startsWith('--data=')) data = arg.slice('--data='.length)
    else rest.push(arg)
    // A forgotten value must not end in another directory's data.
    if (arg.startsWith('--data') && !rest.includes(arg) && (!data || data.startsWith('--')))
      throw new Refusal('data_option_missing')
  }
  return { data, rest }
}
