import { z } from 'zod'
import type { StreamingApp } from '../../platform/http.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toCsv } from '../../web/charts/csv.ts'
import { listStock } from './read-stock.use.ts'
import { stockSorts, stockStates } from './stock-list.ts'

const querySchema = z.object({
  accountId: z.coerce.number().int().positive().optional(),
  ownerId: z.string().optional(),
  search: z.string().max(100).optional(),
  state: z.enum(stockStates).optional(),
  sort: z.enum(stockSorts).default('account'),
  direction: z.enum(['asc', 'desc']).default('asc'),
})

const heads = {
  en: [
    'Account code',
    'Account',
    'Site',
    'Product code',
    'Product',
    'Counted on',
    'On hand',
    'In transit',
    'On order',
    'Sold a week',
    'Weeks of cover',
  ],
  'zh-Hans': [
    '客户编码',
    '客户',
    '网点',
    '产品编码',
    '产品',
    '盘点日期',
    '现有库存',
    '在途',
    '在订',
    '周销量',
    '可销周数',
  ],
} as const

/** GET /api/supply/stock/export: the stock now of all accounts or of those that the filter keeps, as CSV. */
export function stockExport(app: StreamingApp): void {
  app.get('/api/supply/stock/export', async c => {
    const context = c.get('context')
    if (!context.actor) throw new Refusal('not_signed_in')
    const query = querySchema.safeParse(c.req.query())
    if (!query.success) throw new Refusal('input_invalid', { detail: z.prettifyError(query.error) })
    const { rows } = await listStock(context, query.data)
    const csv = toCsv(
      [...heads[context.language]],
      rows.map(row => [
        ...[row.account.code, row.account.name, row.site?.name ?? null, row.product.code, row.product.name, row.day],
        ...[row.onHand, row.inTransit, row.onOrder, row.weeklySales?.toFixed(2) ?? null, row.cover?.toFixed(1) ?? null],
      ]),
    )
    return c.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="stock.csv"',
      'cache-control': 'no-store',
    })
  })
}
