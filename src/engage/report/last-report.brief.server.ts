import type { BriefPart } from '../../platform/brief-part.server.ts'
import { listReports } from './visit-reports.store.ts'

/** What was said is read in whole on the report itself. */
const mostLines = 5

/** What was said last time, what they think of us, whom they compare us with. */
export default {
  name: 'last report',
  order: 25,
  read: async ({ db, accountId, words }) => {
    const [report] = await listReports(db, accountId, { limit: 1 })
    if (!report) return null
    // Each line for itself, without the marks of Markdown.
    const said = report.said
      .split('\n')
      .map(line =>
        line
          .replace(/^\s*([-*+>#]+|\d+\.)\s+/, '')
          .replace(/[*_`]/g, '')
          .trim(),
      )
      .filter(line => line !== '')
      .slice(0, mostLines)
    const opinions = report.opinions.filter(opinion => opinion.words !== '')
    const path = `/visits/${report.visitId}/report`
    const quoted = (text: string) => ({ en: text, 'zh-Hans': text })
    const items = [
      ...said.map(line => ({ text: quoted(line), detail: null, mark: null, path })),
      ...opinions.map(({ tone, words: text }) => ({
        text: { en: `They think: ${text}`, 'zh-Hans': `对方意见：${text}` },
        detail: null,
        mark: tone === 'positive' ? ('good' as const) : tone === 'negative' ? ('warning' as const) : null,
        path,
      })),
      ...report.competitors.map(({ name, words: text }) => ({
        text: { en: `Competitor ${name}: ${text}`, 'zh-Hans': `竞争对手 ${name}：${text}` },
        detail: null,
        mark: 'warning' as const,
        path,
      })),
      ...(report.nextSteps === ''
        ? []
        : [
            {
              text: { en: `Next steps agreed: ${report.nextSteps}`, 'zh-Hans': `约定的下一步：${report.nextSteps}` },
              detail: null,
              mark: null,
              path,
            },
          ]),
    ]
    if (items.length === 0) return null
    const title = words(({ language, day }) =>
      language === 'en'
        ? `Last time, ${day(report.startedAt.slice(0, 10))}`
        : `上次拜访（${day(report.startedAt.slice(0, 10))}）`,
    )
    const topics = opinions
      .filter(opinion => opinion.tone === 'negative')
      .map(({ words: text }) => ({
        weight: 60,
        text: { en: `Say what was done about: ${text}`, 'zh-Hans': `说明改进情况：${text}` },
        reason: { en: 'They complained of it last time', 'zh-Hans': '对方上次提出的不满' },
      }))
    return { title, items, topics }
  },
} satisfies BriefPart
