import type { BriefPart } from '../../platform/brief-part.server.ts'
import { questionWords } from './buying-words.ts'
import { readBuying } from './read-buying.use.ts'

/** What to ask next about how the account buys. */
export default {
  name: 'question',
  order: 70,
  read: async ({ db, clock, accountId, words }) => {
    const { question, score } = await readBuying({ db, clock }, accountId)
    if (!question) return null
    const asked = words(({ language }) => questionWords(question.field, question.reason, language))
    const known = {
      en: `What is known of how it buys scores ${Math.round(score)} of 100`,
      'zh-Hans': `采购档案得分 ${Math.round(score)}（满分 100）`,
    }
    return {
      title: { en: 'To ask', 'zh-Hans': '可以询问' },
      items: [{ text: asked, detail: known, mark: null, path: `/accounts/${accountId}/buying` }],
      topics: [{ weight: 30, text: asked, reason: known }],
    }
  },
} satisfies BriefPart
