import { resolve } from 'node:path'
import { type Command, type CommandContext, takeDataOption } from './platform/command.server.ts'
import { defaultDataDirectory, openDataDirectory } from './platform/data-directory.server.ts'
import { openDatabase } from './platform/database.server.ts'
import { languageOf } from './platform/language.ts'
import { migrate } from './platform/migrations.server.ts'
import { Refusal } from './platform/refusal.ts'
import { version } from './platform/version.server.ts'
import { refusalSentence } from './refusals.ts'

/** Loaded when called: a call pays for its own command alone. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => {
    const [{ startCommand }, { startParts }] = await Promise.all([
      import('./platform/start.command.ts'),
      import('./start-parts.ts'),
    ])
    return startCommand(startParts)
  },
  import: async () => (await import('./imports/import.command.ts')).importCommand,
  imports: async () => (await import('./imports/imports.command.ts')).importsCommand,
  rank: async () => (await import('./identify/rank.command.ts')).rankCommand,
  today: async () => (await import('./today/today.command.ts')).todayCommand,
  risk: async () => (await import('./engage/risk/risk.command.ts')).riskCommand,
  forecast: async () => (await import('./supply/forecast/forecast.command.ts')).forecastCommand,
  allocate: async () => (await import('./supply/allocation/allocate.command.ts')).allocateCommand,
  propose: async () => (await import('./supply/reasonable/propose.command.ts')).proposeCommand,
  doctor: async () => (await import('./ledger/doctor.command.ts')).doctorCommand,
  backup: async () => (await import('./platform/backup.command.ts')).backupCommand,
  restore: async () => (await import('./platform/restore.command.ts')).restoreCommand,
  token: async () => (await import('./platform/token.command.ts')).tokenCommand,
}

const language = languageOf((process.env.LC_ALL || process.env.LANG || 'en').replace('_', '-'))

async function main(argv: string[]): Promise<number> {
  const { data, rest } = takeDataOption(argv)
  const [name, ...args] = rest
  if (name === '--version' || name === '-v') {
    process.stdout.write(`${version}\n`)
    return 0
  }
  const load = name ? commands[name] : undefined
  if (!load) {
    const asked = !name || name === 'help' || name === '--help' || name === '-h'
    const stream = asked ? process.stdout : process.stderr
    if (!asked) stream.write(`There is no command “${name}”.\n\n`)
    stream.write(await overview())
    return asked ? 0 : 1
  }
  const command = await load()
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${command.summary}\n\n${command.usage}\n`)
    return 0
  }
  return command.run(args, contextFor(data))
}

function contextFor(data: string | undefined): CommandContext {
  const dataDirectory = data ? resolve(data) : defaultDataDirectory
  return {
    dataDirectory,
    language,
    isTerminal: process.stdout.isTTY === true,
    out: text => process.stdout.write(`${text}\n`),
    error: text => process.stderr.write(`${text}\n`),
    openDatabase: async () => {
      const directory = await openDataDirectory({ data: dataDirectory })
      const database = openDatabase(directory.databaseUrl)
      const close = async () => {
        await database.close()
        await directory.close()
      }
      try {
        await migrate(database.pool)
      } catch (error) {
        await close()
        throw error
      }
      return { ...database, close }
    },
  }
}

async function overview(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map(load => load()))
  const lines = all.map(command => `  ${command.name.padEnd(9)} ${command.summary}`)
  return `vitalfew ${version}: the key account department\n\n${lines.join('\n')}\n\nvitalfew COMMAND --help says more.\n`
}

/** One sentence for what went wrong; the stack only where we ourselves failed. */
function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) return refusalSentence(error.code, error.values, language)
  if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

// Whoever reads us may stop early (`vitalfew rank | head`): then nobody waits for the rest.
process.stdout.on('error', error => {
  if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
})

const exitCode = await main(process.argv.slice(2)).catch(error => {
  process.stderr.write(`${sentenceOf(error)}\n`)
  return 1
})
// A connection that a failed command left open must not hold the process.
process.exit(exitCode)
