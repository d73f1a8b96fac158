import type { BriefPart } from '../platform/brief-part.server.ts'
import { guardAdvice, guardName, guardReason } from './guard-words.ts'
import { findingsNow } from './guards.use.ts'

/** What the guards find at the account, and what to do about it. */
export default {
  name: 'guards',
  order: 42,
  read: async ({ db, pool, clock, accountId, words }) => {
    const { findings } = await findingsNow({ db, pool, clock })
    const here = findings.filter(finding => finding.account === accountId)
    if (here.length === 0) return null
    const items = here.map(finding => ({
      text: words(({ language }) => guardName(finding.guard, language)),
      detail: words(({ language }) => guardReason(finding, language)),
      mark: finding.guard === 'rising' ? ('good' as const) : ('warning' as const),
      path: `/accounts/${accountId}`,
    }))
    const topics = here.map(finding => ({
      weight: 70,
      text: words(({ language }) => guardAdvice(finding.guard, language)),
      reason: words(({ language }) => guardName(finding.guard, language)),
    }))
    return { title: { en: 'To watch', 'zh-Hans': '需要关注' }, items, topics }
  },
} satisfies BriefPart
