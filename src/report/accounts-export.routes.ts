import { Readable } from 'node:stream'
import { z } from 'zod'
import type { StreamingApp } from '../platform/http.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { ColumnsReader } from './account-columns.server.ts'
import { accountsCsv, accountsXlsx } from './accounts-export.server.ts'
import { accountsFilterSchema, accountsSortSchema } from './accounts-list.contract.ts'
import { everyListedAccount } from './accounts-list.use.ts'

const querySchema = accountsFilterSchema
  .extend(accountsSortSchema.shape)
  .extend({ format: z.enum(['csv', 'xlsx']).default('csv') })

const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** GET /api/accounts/export?format=csv|xlsx with the list's filters and order; for everyone who is signed in. */
export function accountsExport(readColumns: ColumnsReader): (app: StreamingApp) => void {
  return app => {
    app.get('/api/accounts/export', async c => {
      const context = c.get('context')
      const { actor, language, clock } = context
      if (!actor) throw new Refusal('not_signed_in')
      const query = querySchema.safeParse(valuesOf(c.req.queries()))
      if (!query.success) throw new Refusal('input_invalid', { detail: z.prettifyError(query.error) })
      const { format, sort, direction, ...filter } = query.data
      const pages = everyListedAccount(context, readColumns, filter, { sort, direction })
      const file = format === 'csv' ? accountsCsv(pages, language) : accountsXlsx(pages, language)
      const day = clock.now().toISOString().slice(0, 10)
      return new Response(Readable.toWeb(file) as ReadableStream, {
        headers: {
          'content-type': mediaTypes[format],
          'content-disposition': `attachment; filename="accounts-${day}.${format}"`,
          'cache-control': 'no-store',
        },
      })
    })
  }
}

/** `country=a&country=b` and `country[0]=a&country[1]=b` both mean a list. */
function valuesOf(queries: Record<string, string[]>): Record<string, string | string[]> {
  const values: Record<string, string[]> = {}
  for (const [name, given] of Object.entries(queries)) {
    const plain = name.replace(/\[\d*\]$/, '')
    values[plain] = [...(values[plain] ?? []), ...given]
  }
  return Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.length === 1 ? all[0]! : all]))
}
