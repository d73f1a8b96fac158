import { parseArgs } from 'node:util'
import type { Command } from '../platform/command.server.ts'
import { operator } from '../platform/roles.ts'
import { type ImportRow, listImports } from './imports.store.ts'
import { setAsideFile } from './set-aside-file.use.ts'
import { runAgain, takeInAgain } from './take-in-again.use.ts'
import { undoImport } from './undo-import.use.ts'

function plain(row: ImportRow) {
  const { id, kind, source, fileName, state, rows, added, replaced, unchanged, setAside, reasons, seconds } = row
  return {
    import: id,
    kind,
    source,
    file: fileName,
    state,
    rows,
    added,
    replaced,
    unchanged,
    setAside,
    reasons,
    seconds,
    createdAt: row.createdAt.toISOString(),
  }
}

export const importsCommand: Command = {
  name: 'imports',
  summary: 'List the imports, undo one, print the rows it set aside, or take those in again',
  usage: 'vitalfew imports [list | undo ID | set-aside ID | again ID] [--data DIR] [--json]',
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, limit: { type: 'string', default: '1000' } },
    })
    const [verb = 'list', given] = positionals
    const id = Number(given)
    if (!['list', 'undo', 'set-aside', 'again'].includes(verb)) {
      context.error(`“${verb}” is none of list, undo, set-aside, again.`)
      return 1
    }
    if (verb !== 'list' && (!Number.isSafeInteger(id) || id < 1)) {
      context.error(`Which import? vitalfew imports ${verb} ID`)
      return 1
    }
    const database = await context.openDatabase()
    try {
      if (verb === 'undo') {
        const undone = await undoImport({ ...database, actor: operator() }, id)
        if (values.json) context.out(JSON.stringify({ import: id, undone: true, ...undone }))
        else
          context.out(
            `Import ${id} is undone; ${undone.accountsRemoved} accounts and ${undone.productsRemoved} products went with it.`,
          )
        return 0
      }
      if (verb === 'again') {
        const actor = operator()
        const { rows, import: waiting } = await takeInAgain({ ...database, actor }, id, { enqueue: false })
        const outcome = await runAgain({ ...database, actor }, waiting)
        if (values.json)
          context.out(
            JSON.stringify({
              import: waiting.id,
              rows,
              taken: outcome.rows,
              left: outcome.left,
              reasons: outcome.leftFor,
            }),
          )
        else context.out(`${outcome.rows} of ${rows} rows came in; vitalfew imports undo ${waiting.id}`)
        return 0
      }
      if (verb === 'set-aside') {
        for await (const piece of setAsideFile(database.db, id, {}, context.language)) context.out(piece.trimEnd())
        return 0
      }
      const rows = await listImports(database.db, { limit: Math.max(1, Number(values.limit) || 1000) })
      if (values.json) context.out(JSON.stringify({ imports: rows.map(plain) }))
      else if (rows.length === 0) context.out('Nothing has been imported yet: vitalfew import FILE')
      else for (const row of rows) context.out(lineOf(row))
      return 0
    } finally {
      await database.close()
    }
  },
}

function lineOf(row: ImportRow): string {
  const n = (value: number) => value.toLocaleString('en')
  return [
    String(row.id).padStart(5),
    row.createdAt.toISOString().slice(0, 16).replace('T', ' '),
    row.state.padEnd(9),
    (row.kind ?? '').padEnd(8),
    row.source.padEnd(10),
    `${n(row.rows)} rows, ${n(row.added)} added, ${n(row.replaced)} replaced, ${n(row.unchanged)} unchanged, ${n(row.setAside)} set aside`,
    row.fileName,
  ].join('  ')
}
