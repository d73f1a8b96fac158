import { inLanguage } from '../platform/language.ts'
import type { TimelineSource } from '../platform/timeline-source.server.ts'
import { documentsBelow } from './documents.store.ts'

const kind = 'ledger.document'

/** Invoices and credit notes, by their day. */
export default {
  kinds: {
    [kind]: {
      title: inLanguage('Invoice', '开票'),
      sentence: ({ values }, { language, money }) => {
        const net = String(values.net)
        const lines = Number(values.lines)
        if (language === 'zh-Hans') {
          return `${values.number}：${net.startsWith('-') ? '红字' : ''}${money(net)}，${lines} 行`
        }
        const what = net.startsWith('-') ? 'Credit note' : 'Invoice'
        return `${what} ${values.number}: ${money(net)} in ${lines} ${lines === 1 ? 'line' : 'lines'}`
      },
    },
  },
  read: async ({ db, accountIds, limit, below }) => {
    const bound = below(kind)
    if (!bound) return []
    const documents = await documentsBelow(db, accountIds, bound, limit)
    return documents.map(({ id, accountId, day, number, net, lines }) => ({
      kind,
      key: String(id).padStart(14, '0'),
      at: `${day}T12:00:00Z`,
      wholeDay: true,
      accountId,
      actor: null,
      values: { number, net, lines },
      path: `/accounts/${accountId}/documents?month=${day.slice(0, 7)}&document=${id}`,
    }))
  },
} satisfies TimelineSource
