import { accountsNow } from '../../identify/accounts-now.use.ts'
import { multiplyAmount } from '../../identify/exact-amount.ts'
import type { Signal, SignalKind } from '../../platform/signal.ts'
import type { SignalSource } from '../../platform/signal-source.server.ts'
import type { BuyingField } from './buying-facts.contract.ts'
import { questionWords } from './buying-words.ts'
import type { QuestionReason } from './profile-score.ts'
import { type ScoredProfile, scoredProfiles, staleBelow } from './scored-profiles.use.ts'

/** Share of a year's contribution that buying blind puts at stake at most. Our judgement, not a measured probability. */
const shareAtStake = 0.05

const kind: SignalKind = {
  title: language => (language === 'zh-Hans' ? '采购档案过时' : 'Buying profile out of date'),
  reason: ({ values }, { language, day }) => {
    const question = questionWords(values.field as BuyingField, values.reason as QuestionReason, language)
    const heard = values.lastLearnedOn === null ? null : day(String(values.lastLearnedOn))
    if (language === 'zh-Hans')
      return heard === null
        ? `还不知道这家客户怎么采购。下次请问：${question}`
        : `采购档案得分 ${values.score}（满分 100），最近一次更新于 ${heard}。下次请问：${question}`
    return heard === null
      ? `Nothing is known of how this account buys. Ask: ${question}`
      : `What is known of how it buys scores ${values.score} of 100, last heard on ${heard}. Ask: ${question}`
  },
  actions: ({ accountId, values }, language) => [
    {
      label: language === 'zh-Hans' ? '记下答案' : 'Write down the answer',
      path: `/accounts/${accountId}/buying?edit=${values.field}`,
    },
    { label: language === 'zh-Hans' ? '安排拜访' : 'Plan a visit', path: `/accounts/${accountId}/visits?plan=1` },
  ],
}

function signalOf(profile: ScoredProfile, contribution: string | null): Signal[] {
  if (!profile.question) return []
  const missing = 1 - profile.score / 100
  const earns = contribution !== null && Number(contribution) > 0
  return [
    {
      kind: 'know.stale_profile',
      key: '',
      accountId: profile.accountId,
      personId: null,
      role: null,
      due: null,
      value: earns ? multiplyAmount(contribution, (shareAtStake * missing).toFixed(4)) : null,
      // How far below the threshold it lies: a profile of which nothing is known is as sure as such a thing can be.
      confidence: 0.3 + 0.4 * (1 - profile.score / staleBelow),
      values: {
        score: Math.round(profile.score),
        field: profile.question.field,
        reason: profile.question.reason,
        lastLearnedOn: profile.lastLearnedOn,
      },
    },
  ]
}

/** Key accounts alone: nobody is expected to keep the profile of the useful many. */
export default {
  kinds: { 'know.stale_profile': kind },
  read: async reading => {
    const profiles = await scoredProfiles(reading, reading.accountIds)
    const stale = profiles.filter(profile => profile.tier !== null && profile.score < staleBelow)
    if (stale.length === 0) return []
    const accounts = await accountsNow(
      reading,
      stale.map(profile => profile.accountId),
    )
    const contributions = new Map(accounts.map(account => [account.id, account.contribution]))
    return stale.flatMap(profile => signalOf(profile, contributions.get(profile.accountId) ?? null))
  },
} satisfies SignalSource
