import { resolve } from 'node:path'
import type { Command, CommandContext } from '../platform/command.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { operator } from '../platform/roles.ts'
import type { Detection } from './detect-file.server.ts'
import { detectImport, rememberShape } from './detect-import.use.ts'
import { keepingFor, keepingRefused } from './detect-interchange.server.ts'
import { type ImportArguments, readImportArguments, UsageError } from './import-arguments.server.ts'
import { Cancelled } from './import-errors.ts'
import { baseCurrencyLine, outcomeLines, progressLine, questionLines, shapeLines } from './import-sentences.ts'
import { deleteImport, findImport, insertImport } from './imports.store.ts'
import { importsRefusals } from './imports-words.ts'
import { openFile, type SourceFile } from './open-file.server.ts'
import { questionSentence } from './question.ts'
import { rowsOfFile, runImport } from './run-import.use.ts'
import type { Corrections } from './shape.ts'

type Opened = Awaited<ReturnType<CommandContext['openDatabase']>>

export const importCommand: Command = {
  name: 'import',
  summary:
    'Import a file: invoice lines, accounts, products, contacts, exchange rates, costs, installed base, stock, sell-through, deliveries or supply',
  usage: `vitalfew import FILE [--data DIR] [--source NAME] [--dry-run] [--json]
    [--kind invoices|accounts|products|contacts|rates|costs|installed|stock|sell-through|deliveries|supply]
    [--column field=Header]... [--date-order dmy|mdy|ymd]

X12 852 and 846, EDIFACT SLSRPT and INVRPT are told by their content; a faulty interchange is refused whole (exit code 1).

The file's shape is detected; these say it where it must be said:
    [--encoding utf-8|utf-16|cp1252|gbk] [--delimiter ,|;|tab|pipe] [--decimal dot|comma] [--sheet NAME]
    [--header-row N] [--currency ISO] [--base-currency ISO] [--discount share|percent|amount|unit_amount]
    [--document-by-day] [--account CODE] [--create all|none|accounts|products] [--wait SECONDS]

Exit code 0: imported (rows set aside included). 2: a question is open; the flag that answers it is printed. 1: failed.`,
  run: async (args, context) => {
    let given: ImportArguments
    try {
      given = readImportArguments(args)
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      context.error(error.message)
      return 1
    }
    try {
      return await openAndImport(given, context)
    } catch (error) {
      // The sentence goes to the error stream, as for every command; a script reads the code here.
      if (given.json && error instanceof Refusal)
        context.out(JSON.stringify({ error: { code: error.code, ...error.values } }))
      throw error
    }
  },
}

async function openAndImport(given: ImportArguments, context: CommandContext): Promise<number> {
  const file = await openFile(resolve(given.file))
  try {
    const database = await context.openDatabase()
    try {
      return await importFile(given, file, database, context)
    } finally {
      await database.close()
    }
  } finally {
    await file.close()
  }
}

async function importFile(
  given: ImportArguments,
  file: SourceFile,
  database: Opened,
  context: CommandContext,
): Promise<number> {
  const keeping = await keepingFor(database.db, context.dataDirectory, operator())
  const detect = () => detectImport(database.db, file, given.source, given.corrections)
  const detection = given.dryRun ? await detect() : await keepingRefused(database.db, keeping, file, null, detect)
  if (detection.questions.length > 0 || !detection.shape) {
    ask(detection, given.json, context)
    return 2
  }
  if (!given.json) for (const line of shapeLines(detection.shape, context.language)) context.out(line)
  const { baseCurrency, shape } = detection
  if (baseCurrency && !given.corrections.baseCurrency && Object.keys(shape.currencies).length > 1)
    context.error(baseCurrencyLine(baseCurrency, shape.currencies, context.language))
  return run(given, file, detection, database, context)
}

function ask({ questions }: Detection, json: boolean, context: CommandContext): void {
  const { language } = context
  if (!json) {
    for (const question of questions) context.error(questionLines(question, language).join('\n'))
    return
  }
  const asked = questions.map(question => ({
    code: question.code,
    field: question.field,
    question: questionSentence(question, language),
    examples: question.examples,
    flags: question.choices.map(choice => choice.flag),
    choices: question.choices,
  }))
  context.out(JSON.stringify({ question: asked[0]?.question, flag: asked[0]?.flags.join(' | '), questions: asked }))
}

async function run(
  given: ImportArguments,
  file: SourceFile,
  detection: Detection & { corrections: Corrections },
  { db, pool }: Opened,
  context: CommandContext,
): Promise<number> {
  const actor = operator()
  const id = await insertImport(db, actor, {
    kind: detection.kind,
    source: given.source,
    fileName: file.name,
    fileSize: file.size,
    state: 'waiting',
    corrections: detection.corrections,
    shape: detection.shape,
    questions: [],
    createAccounts: given.createAccounts,
    createProducts: given.createProducts,
  })
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const shows = context.isTerminal && !given.json
  try {
    const row = (await findImport(db, id))!
    const keeping = await keepingFor(db, context.dataDirectory, actor)
    const outcome = await runImport(row, rowsOfFile(file, detection.shape!, keeping), {
      db,
      pool,
      actor,
      baseCurrency: detection.baseCurrency,
      dryRun: given.dryRun,
      wait: given.wait,
      signal: stopping.signal,
      onProgress: shows
        ? progress => process.stderr.write(`\r\u001b[K${progressLine(progress, context.language)}`)
        : undefined,
    })
    if (shows) process.stderr.write('\r\u001b[K')
    if (!given.dryRun) await rememberShape(db, given.source, detection.kind!, given.corrections)
    const { rows, added, replaced, unchanged, setAside, reasons, seconds } = outcome
    if (given.json) {
      context.out(
        JSON.stringify({
          import: given.dryRun ? null : id,
          rows,
          added,
          replaced,
          unchanged,
          setAside,
          reasons,
          seconds,
        }),
      )
    } else {
      for (const line of outcomeLines(outcome, given.dryRun, context.language)) context.out(line)
      if (!given.dryRun) context.out(`vitalfew imports undo ${id}`)
    }
    return 0
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
    context.error(importsRefusals.import_cancelled![context.language]({}))
    return 1
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
    if (given.dryRun) await deleteImport(db, id)
  }
}
