import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { StreamingApp } from '../platform/http.server.ts'
import type { Language } from '../platform/language.ts'
import { Refusal } from '../platform/refusal.ts'
import { spreadsheetText } from '../platform/spreadsheet-text.ts'
import { groups } from './group.ts'
import { type ListedSignal, listedDepartment } from './listed-queue.use.ts'
import { roleWords } from './role-words.ts'
import { departmentReaders } from './today-rights.ts'

const querySchema = z.object({
  kind: z.string().max(100).optional(),
  group: z.enum(groups).optional(),
  personId: z.string().max(100).optional(),
  role: z.enum(['administrator', 'head', 'back office']).optional(),
  accountId: z.coerce.number().int().positive().optional(),
})

/** GET /api/today/department/export with the filters of its page: the department's queue as CSV, best first, amounts exact. */
export function departmentExport(app: StreamingApp): void {
  app.get('/api/today/department/export', async c => {
    const context = c.get('context')
    const { actor, language, clock } = context
    if (!actor) throw new Refusal('not_signed_in')
    if (!departmentReaders.some(role => role === actor.role)) throw new Refusal('not_allowed', { role: actor.role })
    const query = querySchema.safeParse(c.req.query())
    if (!query.success) throw new Refusal('input_invalid', { detail: z.prettifyError(query.error) })
    const signals = await listedDepartment(context, query.data)
    return new Response(queueCsv(signals, language), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="queue-${clock.now().toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'no-store',
      },
    })
  })
}

const titles: Record<Language, readonly string[]> = {
  en: ['Place', 'Kind', 'Account code', 'Account', 'With', 'Due', 'At stake', 'Confidence', 'Reason'],
  'zh-Hans': ['次序', '类别', '客户编码', '客户', '负责人', '到期日', '涉及金额', '把握', '原因'],
}

/** With a byte order mark, so that a spreadsheet reads Chinese; no cell becomes a formula. */
function queueCsv(signals: readonly ListedSignal[], language: Language): string {
  const rows = signals.map(({ title, account, personName, role, due, value, confidence, reason }, index) => [
    index + 1,
    ...[title, account?.code, account?.name, personName ?? roleWords(role, language)].map(text =>
      spreadsheetText(text ?? ''),
    ),
    due ?? '',
    value ?? '',
    confidence,
    spreadsheetText(reason),
  ])
  return `\uFEFF${stringify([titles[language], ...rows])}`
}
