import { accountsNow } from '../../identify/accounts-now.use.ts'
import type { BriefPart } from '../../platform/brief-part.server.ts'
import { gapsOfAccounts } from './found-gaps.use.ts'
import { gapAdvice, gapName, gapReason, sentence } from './gap-words.ts'

/** What is missing in our relationships here, the gravest first; what was said to be no gap is left out. */
export default {
  name: 'gaps',
  order: 60,
  read: async ({ db, pool, clock, accountId, words }) => {
    const found = await gapsOfAccounts({ db, clock }, await accountsNow({ db, pool, clock }, [accountId]))
    const gaps = found.filter(gap => gap.dismissal === null)
    if (gaps.length === 0) return null
    return {
      title: { en: 'Gaps to close', 'zh-Hans': '待弥补的关系缺口' },
      items: gaps.map(gap => ({
        text: words(({ language }) => gapName(gap.kind, language)),
        detail: words(({ language }) => sentence(gapReason(gap, language), language)),
        mark: gap.severity === 'low' ? null : ('warning' as const),
        path: `/accounts/${accountId}/relationships`,
      })),
      topics: gaps.slice(0, 2).map(gap => ({
        weight: gap.severity === 'high' ? 50 : 30,
        text: words(({ language }) => gapAdvice(gap.kind, language)),
        reason: words(({ language }) => gapReason(gap, language)),
      })),
    }
  },
} satisfies BriefPart
