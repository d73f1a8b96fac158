import { everyone, implementing, may } from '../platform/operation.server.ts'
import { importsContract } from './imports.contract.ts'
import { type ImportRow, listImports } from './imports.store.ts'
import { importers } from './imports-rights.ts'
import {
  cancelImport,
  correctImport,
  discardImport,
  prepareImport,
  previewImport,
  readImport,
  requestUndo,
  startImport,
} from './prepare-import.use.ts'
import { pushLines } from './push-lines.use.ts'
import { listRates } from './rates.store.ts'
import { countSetAside, listSetAside } from './set-aside.store.ts'
import { bookSetAside, leaveAside } from './settle-set-aside.use.ts'
import { takeInAgain } from './take-in-again.use.ts'
import { beginUpload, ownUpload } from './uploads.use.ts'

const operations = implementing(importsContract)

function shown(row: ImportRow) {
  const { bookAccountId: _account, bookReason: _reason, uploadId: _upload, ...others } = row
  return {
    ...others,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    undoneAt: row.undoneAt?.toISOString() ?? null,
  }
}

export const importsRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(async ({ input, context }) => {
    const { cursor, limit, kind, source } = input
    const rows = await listImports(context.db, {
      before: cursor === undefined ? undefined : Number(cursor) || 0,
      limit: limit + 1,
      kind,
      source,
    })
    const items = rows.slice(0, limit)
    return { items: items.map(shown), nextCursor: rows.length > limit ? String(items.at(-1)!.id) : null }
  }),
  show: operations.show
    .use(may(...everyone))
    .handler(async ({ input, context }) => shown(await readImport(context.db, input.id))),
  beginUpload: operations.beginUpload
    .use(may(...importers))
    .handler(({ input, context }) => beginUpload(context, input)),
  showUpload: operations.showUpload
    .use(may(...importers))
    .handler(({ input, context }) => ownUpload(context, input.id)),
  detect: operations.detect
    .use(may(...importers))
    .handler(async ({ input: { uploadId, ...given }, context }) =>
      shown(await prepareImport(context, uploadId, given)),
    ),
  correct: operations.correct
    .use(may(...importers))
    .handler(async ({ input: { id, ...given }, context }) => shown(await correctImport(context, id, given))),
  preview: operations.preview.use(may(...importers)).handler(({ input, context }) => previewImport(context, input.id)),
  start: operations.start
    .use(may(...importers))
    .handler(async ({ input, context }) => shown(await startImport(context, input.id))),
  cancel: operations.cancel
    .use(may(...importers))
    .handler(async ({ input, context }) => shown(await cancelImport(context, input.id))),
  undo: operations.undo
    .use(may(...importers))
    .handler(async ({ input, context }) => shown(await requestUndo(context, input.id))),
  discard: operations.discard.use(may(...importers)).handler(async ({ input, context }) => {
    await discardImport(context, input.id)
    return { discarded: true as const }
  }),
  setAside: operations.setAside.use(may(...everyone)).handler(async ({ input, context }) => {
    const { id, reason, state, cursor, limit } = input
    const row = await readImport(context.db, id)
    const after = cursor === undefined ? undefined : Number(cursor) || 0
    const rows = await listSetAside(context.db, id, { reason, state, after, limit: limit + 1 })
    const items = rows.slice(0, limit)
    return {
      headers: row.shape?.headers ?? [],
      items,
      counts: await countSetAside(context.db, id),
      nextCursor: rows.length > limit ? String(items.at(-1)!.row) : null,
    }
  }),
  settle: operations.settle.use(may(...importers)).handler(async ({ input, context }) => {
    if (input.answer === 'leave') return { rows: await leaveAside(context, input.id, input.reason), import: null }
    if (input.answer === 'again') {
      const again = await takeInAgain(context, input.id, { enqueue: true })
      return { rows: again.rows, import: shown(again.import) }
    }
    const booked = await bookSetAside(context, input.id, {
      reason: input.reason,
      accountId: input.accountId,
      enqueue: true,
    })
    return { rows: booked.rows, import: shown(booked.import) }
  }),
  push: operations.push.use(may(...importers)).handler(({ input, context }) => pushLines(context, 'invoices', input)),
  pushRows: operations.pushRows
    .use(may(...importers))
    .handler(({ input: { kind, rows, ...given }, context }) =>
      pushLines(context, kind, { ...given, createProducts: false, lines: rows }),
    ),
  rates: operations.rates.use(may(...everyone)).handler(({ input, context }) => listRates(context.db, input)),
})
