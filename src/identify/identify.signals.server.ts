import type { Language } from '../platform/language.ts'
import type { Signal, SignalAction, SignalKind } from '../platform/signal.ts'
import type { SignalReading, SignalSource } from '../platform/signal-source.server.ts'
import { subtractAmounts } from './exact-amount.ts'
import { guardKinds, guardSignal } from './guard-signals.ts'
import { guardName, guardReason } from './guard-words.ts'
import { type GuardKey, guardKeys } from './guards.ts'
import { findingsOf } from './guards.use.ts'
import { newestJudgement } from './judgements.store.ts'
import { policyInForce } from './policy.use.ts'
import { dayAfter } from './review-window.ts'
import { lastConfirmedReview } from './reviews.store.ts'
import { outlookReason, outlookTitle, reviewDueReason, reviewDueTitle, stepWords } from './signal-words.ts'
import { tierOf } from './tier.ts'
import type { TierOutlook } from './tier-outlook.ts'
import { tierOutlooks } from './tier-outlook.use.ts'
import { newestValueModel } from './value-model.store.ts'

/*
What identify puts into the queue: what its guards find (of accounts that somebody looks after; the useful many are on the
guards' page), whose tier the next review would change, and that a review is due.
*/

type Step = Parameters<typeof stepWords>[0]

const at = (accountId: number | null, place: '' | '/contacts' | '/costs' | '/products') =>
  `/accounts/${accountId}${place}`
const step = (name: Step, path: string, language: Language): SignalAction => ({
  label: stepWords(name, language),
  path,
})

const guardSteps: Readonly<Record<GuardKey, (accountId: number | null, language: Language) => SignalAction[]>> = {
  losing: (id, language) => [
    step('products', at(id, '/products'), language),
    step('costs', at(id, '/costs'), language),
  ],
  generous: (id, language) => [step('costs', at(id, '/costs'), language), step('account', at(id, ''), language)],
  dependence: (id, language) => [step('account', at(id, ''), language)],
  rising: (id, language) => [step('account', at(id, ''), language), step('contacts', at(id, '/contacts'), language)],
  silent: (id, language) => [step('contacts', at(id, '/contacts'), language), step('account', at(id, ''), language)],
  ownerless: (id, language) => [
    step('owner', '/vital-few/guards?guard=ownerless', language),
    step('account', at(id, ''), language),
  ],
}

const guardKind = (guard: GuardKey): SignalKind => ({
  title: language => guardName(guard, language),
  reason: ({ values }, { language }) => guardReason({ guard, values }, language),
  actions: ({ accountId }, language) => guardSteps[guard](accountId, language),
})

const outlookKinds: Readonly<Record<TierOutlook['what'], string>> = {
  falling: 'identify.tier_falling',
  rising: 'identify.tier_rising',
  near: 'identify.tier_near',
}

const outlookKind = (what: TierOutlook['what']): SignalKind => ({
  title: language => outlookTitle(what, language),
  reason: ({ values }, format) => outlookReason(what, values, format),
  actions: ({ accountId }, language) => [step('standing', at(accountId, ''), language)],
  // Contribution of a quarter is not made in a week.
  weighing: { leadDays: 30 },
})

const reviewKind: SignalKind = {
  title: reviewDueTitle,
  reason: ({ values }, format) => reviewDueReason(values, format),
  actions: (_, language) => [step('review', '/reviews', language)],
}

/** A review is spoken of this many days before it is due. */
const reviewAhead = 14

/** How sure: what figures say of the next review may still change, the more the further a thing is from its bound. */
const outlookConfidence: Readonly<Record<TierOutlook['what'], number>> = { falling: 0.7, rising: 0.7, near: 0.4 }

async function guardSignals(reading: SignalReading): Promise<Signal[]> {
  const found = await findingsOf(reading, reading.accountIds)
  if (!found) return []
  const { findings, figures, scale, settings, isLookedAfter } = found
  const { values } = figures.scorer.table
  // Small and rising, or without an owner: that nobody looks after it is the very point.
  const speaks = ({ guard, account }: { guard: GuardKey; account: number }) =>
    guard === 'rising' || guard === 'ownerless' || isLookedAfter(account)
  return findings.filter(speaks).map(finding => {
    const alive = values.probabilityAlive[figures.rowOf.get(finding.account)!]!
    return guardSignal(finding, {
      asOf: figures.window.to,
      contributionRate: scale.contributionRate,
      silentTimes: settings.silentTimes,
      alive: Number.isNaN(alive) ? null : alive,
    })
  })
}

async function tierSignals(reading: SignalReading): Promise<Signal[]> {
  const told = await tierOutlooks(reading, reading.accountIds)
  if (!told) return []
  const { policy } = await policyInForce(reading.db)
  const cost = (tier: number) => (tierOf(tier) === 'regular' ? '0' : policy.entitlementCost[tierOf(tier) as 'gold'])
  const { nextReview, lastReview } = told
  const signals = told.outlooks.map(({ account, what, from, to, way }): Signal => {
    const more = what === 'rising' ? subtractAmounts(cost(to), cost(from)) : null
    const isMoney = way !== null && ['contribution', 'margin', 'revenue'].includes(way.measure)
    return {
      kind: outlookKinds[what],
      key: nextReview,
      accountId: account,
      personId: null,
      role: 'head',
      due: nextReview,
      value: what === 'rising' ? (Number(more) > 0 ? more : '0') : isMoney ? way.more : null,
      confidence: outlookConfidence[what],
      values: {
        from,
        to,
        review: nextReview,
        measure: way?.measure ?? null,
        had: way?.from ?? null,
        more: way?.more ?? null,
        cost: more,
      },
    }
  })
  if (reading.accountIds === null && reading.today >= dayAfter(nextReview, -reviewAhead))
    signals.push({
      kind: 'identify.review_due',
      key: nextReview,
      accountId: null,
      personId: null,
      role: 'head',
      due: nextReview,
      value: null,
      confidence: 1,
      values: { last: lastReview, next: nextReview },
    })
  return signals
}

export default {
  kinds: {
    ...Object.fromEntries(guardKeys.map(guard => [guardKinds[guard], guardKind(guard)])),
    ...Object.fromEntries(
      (['falling', 'rising', 'near'] as const).map(what => [outlookKinds[what], outlookKind(what)]),
    ),
    'identify.review_due': reviewKind,
  },
  read: async reading => [...(await guardSignals(reading)), ...(await tierSignals(reading))],
  // What a job fits, a review decides or people grade moves the points of everybody.
  version: async ({ db }) => {
    const [{ version }, review, model, judgement] = await Promise.all([
      policyInForce(db),
      lastConfirmedReview(db),
      newestValueModel(db),
      newestJudgement(db),
    ])
    return `policy ${version}, review ${review?.id ?? 0}, model ${model?.id ?? 0}, judgement ${judgement}`
  },
} satisfies SignalSource
