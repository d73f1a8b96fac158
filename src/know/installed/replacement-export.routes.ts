import { z } from 'zod'
import type { StreamingApp } from '../../platform/http.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { toCsv } from '../../web/charts/csv.ts'
import { quarterName } from './quarter.ts'
import { rolledUp } from './roll-up.use.ts'

const querySchema = z.object({ owner: z.string().optional(), productLine: z.string().optional() })

const heads = {
  en: ['Code', 'Account', 'Owner', 'Begin talking', 'First due', 'Expected units', 'Expected value'],
  'zh-Hans': ['客户编码', '客户', '负责人', '开始洽谈', '最早到期', '预计数量', '预计金额'],
} as const

/** GET /api/replacement/export: every account with its expected value by quarter, as CSV; for everyone who is signed in. */
export function replacementExport(app: StreamingApp): void {
  app.get('/api/replacement/export', async c => {
    const context = c.get('context')
    const { actor, db, language } = context
    if (!actor) throw new Refusal('not_signed_in')
    const query = querySchema.safeParse(c.req.query())
    if (!query.success) throw new Refusal('input_invalid', { detail: z.prettifyError(query.error) })
    const { whole, accounts } = await rolledUp(context, query.data)
    const people = new Map((await listPeople(db)).map(person => [person.id, person.name]))
    const name = (quarter: string | undefined) => (quarter === undefined ? null : quarterName(quarter, language))
    const csv = toCsv(
      [...heads[language], ...whole.quarters.map(({ quarter }) => quarterName(quarter, language))],
      accounts.map(({ code, name: account, ownerId, talk, units, value, demand }) => [
        ...[code, account, ownerId === null ? null : (people.get(ownerId) ?? ownerId)],
        ...[name(talk?.begin), name(talk?.due), units.toFixed(2), value],
        ...demand.quarters.map(quarter => quarter.value),
      ]),
    )
    return c.body(csv, 200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="replacement.csv"',
      'cache-control': 'no-store',
    })
  })
}
