import { z } from 'zod'
import type { StreamingApp } from '../../platform/http.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toCsv } from '../../web/charts/csv.ts'
import { openSpaces } from './list-white-space.use.ts'

const querySchema = z.object({
  owner: z.string().optional(),
  productLine: z.string().optional(),
  only: z.enum(['unbought', 'bought']).optional(),
})

const heads = {
  en: [
    ...['Code', 'Account', 'Owner', 'Product line', 'Our sales', 'Potential', 'Source', 'Share of wallet', 'Open'],
    ...['Certainty', 'Accounts alike that buy it', 'Accounts alike', 'Their median'],
  ],
  'zh-Hans': [
    ...['客户编码', '客户', '负责人', '产品线', '我方销售额', '采购潜力', '来源', '钱包份额', '可争取金额'],
    ...['把握', '购买的同类客户数', '同类客户数', '中位金额'],
  ],
} as const

const sources = {
  en: { entered: 'entered', estimated: 'estimated' },
  'zh-Hans': { entered: '录入', estimated: '估算' },
} as const

/** GET /api/white-space/export: every open line that fits, as CSV; for everyone who is signed in. */
export function whiteSpaceExport(app: StreamingApp): void {
  app.get('/api/white-space/export', async c => {
    const context = c.get('context')
    const { actor, db, language } = context
    if (!actor) throw new Refusal('not_signed_in')
    const query = querySchema.safeParse(c.req.query())
    if (!query.success) throw new Refusal('input_invalid', { detail: z.prettifyError(query.error) })
    const { spaces } = await openSpaces(context, query.data)
    const people = new Map((await listPeople(db)).map(person => [person.id, person.name]))
    const csv = toCsv(
      [...heads[language]],
      spaces.map(space => [
        ...[space.code, space.name, space.ownerId === null ? null : (people.get(space.ownerId) ?? space.ownerId)],
        ...[space.productLine, space.own, space.potential, space.source && sources[language][space.source]],
        ...[space.share === null ? null : space.share.toFixed(4), space.open, space.certainty.toFixed(4)],
        ...[space.evidence?.buyers ?? null, space.evidence?.alike ?? null, space.evidence?.median ?? null],
      ]),
    )
    return c.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="white-space.csv"',
      'cache-control': 'no-store',
    })
  })
}
