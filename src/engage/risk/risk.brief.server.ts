import type { BriefPart } from '../../platform/brief-part.server.ts'
import source from './risk.signals.server.ts'
import { riskSignalKind } from './risk-signal-words.ts'

/** Storms and floods that come to the account's sites and about which nobody has been advised yet. */
export default {
  name: 'risk',
  order: 40,
  read: async ({ db, pool, clock, today, accountId, words }) => {
    const signals = await source.read({ db, pool, clock, today, accountIds: [accountId] })
    if (signals.length === 0) return null
    const title = { en: 'Goods in danger', 'zh-Hans': '货物面临风险' }
    const items = signals.map(signal => ({
      text: words(format => riskSignalKind.reason(signal, format)),
      detail:
        signal.due === null
          ? null
          : words(({ language, day }) =>
              language === 'en' ? `Advise by ${day(signal.due!)}` : `请于 ${day(signal.due!)} 前给出建议`,
            ),
      mark: 'bad' as const,
      path: `/risks/${signal.key}?account=${accountId}`,
    }))
    const topics = signals.map(signal => ({
      weight: 80,
      text: {
        en: `Advise what to move and to secure: ${signal.values.title}`,
        'zh-Hans': `提醒转移和加固货物：${signal.values.title}`,
      },
      reason: words(format => riskSignalKind.reason(signal, format)),
    }))
    return { title, items, topics }
  },
} satisfies BriefPart
