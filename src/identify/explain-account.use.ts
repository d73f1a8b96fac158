import { businessDay } from '../platform/business-day.server.ts'
import type { Language } from '../platform/language.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { type AccountExplained, createExplainer, type Explainer, valueText } from './explain.ts'
import { criterionWords, gateWords, nextTierWords, standingReasonWords } from './explain-words.ts'
import { currentDirectory, type Figures, figuresAsOf, frozenScorer } from './figures.server.ts'
import { invitationTold, overrideTold, runsOn } from './fixed-tier.ts'
import { invitationsOf, overridesOf } from './fixed-tiers.store.ts'
import { findingsNow, findingTold } from './guards.use.ts'
import { mayDecide, mayJudge } from './identify-rights.ts'
import { judgementsOf } from './judgements.store.ts'
import { measureTable } from './measure-table.ts'
import { unknownReason } from './measure-words.ts'
import { measureKeys, measures } from './measures.ts'
import { findPolicy } from './policy.store.ts'
import type { Policy } from './policy.ts'
import { policyInForce } from './policy.use.ts'
import { createScorer, type Scorer } from './score.ts'
import { currentStanding, type ReadingAt } from './standing.use.ts'
import { confirmedStandings, frozenFacts } from './standings.store.ts'
import { earnedTiers, tierOf } from './tier.ts'
import { accountValueType } from './value-type.use.ts'

export type ExplainContext = ReadingAt & { actor: Actor; language: Language }

/**
 * Where an account stands and why: its tier by the standing's own review, the points by the policy in force on today's
 * figures, what is missing for the next tier. Refused as `account_unknown`, `ledger_empty`, `account_without_figures`.
 */
export async function readStanding(context: ExplainContext, id: number) {
  const { language } = context
  const [inForce, standing, directory, day] = await Promise.all([
    policyInForce(context.db),
    currentStanding(context),
    currentDirectory(context),
    businessDay(context),
  ])
  const entry = directory.byId.get(id)
  if (!entry) throw new Refusal('account_unknown', { id })
  const figures = await figuresAsOf(context, inForce.policy.windowMonths)
  if (!figures || !standing) throw new Refusal('ledger_empty')
  const row = figures.rowOf.get(id)
  if (row === undefined) throw new Refusal('account_without_figures')
  const stands = standing.byAccount.get(id)
  const explained = explainerOf(figures.scorer, inForce).explain(row, stands?.earned ?? 0)
  const [judgements, invitations, overrides, valueType, now] = await Promise.all([
    judgementsOf(context.db, id),
    invitationsOf(context.db, id),
    overridesOf(context.db, id),
    accountValueType(context, figures, row),
    findingsNow(context),
  ])
  const { review } = standing
  const reason = stands?.reason ?? 'not qualified'
  return {
    account: { id, code: entry.code, name: entry.name },
    asOf: figures.window.to,
    window: { from: figures.window.from, to: figures.window.to },
    review: {
      id: review.id,
      state: review.state,
      asOf: review.asOf,
      policyVersion: review.policyVersion,
      policyName: review.policyName,
    },
    tier: tierOf(stands?.tier ?? 0),
    previousTier: stands?.previousTier == null ? null : tierOf(stands.previousTier),
    earned: earnedTiers[stands?.earned ?? 0]!,
    reason,
    reasonWords: standingReasonWords(reason, language),
    explained: told(explained),
    atReview: review.state === 'confirmed' && stands ? told(await explainReview(context, review, id)) : null,
    sentences: sentencesOf(explained, language),
    measures: measuresOf(figures, row, language),
    guards: now.findings.filter(finding => finding.account === id).map(finding => findingTold(finding, now, language)),
    valueType,
    invitation: invitations.filter(each => runsOn(each, day)).map(invitationTold)[0] ?? null,
    override: overrides.filter(each => runsOn(each, day)).map(overrideTold)[0] ?? null,
    judgements: judgements.filter((each, index) => judgements[index - 1]?.measure !== each.measure),
    mayJudge: mayJudge(context.actor, entry),
    mayDecide: mayDecide(context.actor),
  }
}

/** Mutable copies, as the contract's shapes are. */
const told = (explained: AccountExplained) => ({
  ...explained,
  criteria: [...explained.criteria],
  gates: [...explained.gates],
  next: explained.next && { ...explained.next, ways: [...explained.next.ways] },
})

const sentencesOf = (explained: AccountExplained, language: Language) => ({
  criteria: explained.criteria.map(criterion => criterionWords(criterion, language)),
  gates: explained.gates.map(gate => gateWords(gate, language)),
  next: explained.next ? nextTierWords(explained.next, explained.gates, language) : null,
})

const measuresOf = ({ scorer }: Figures, row: number, language: Language) =>
  measureKeys.map(measure => {
    const value = valueText(scorer, measure, row)
    const reason = measures[measure].unknownWithout
    return { measure, value, unknown: value === null && reason ? unknownReason(reason, language) : null }
  })

/** Its tier at every confirmed review, and everything people said that bears on it. */
export async function readStandingHistory({ db, language }: Pick<ExplainContext, 'db' | 'language'>, id: number) {
  const [standings, invitations, overrides, judgements] = await Promise.all([
    confirmedStandings(db, id),
    invitationsOf(db, id),
    overridesOf(db, id),
    judgementsOf(db, id),
  ])
  return {
    items: standings.map(row => ({
      reviewId: row.reviewId,
      asOf: row.asOf,
      policyVersion: row.policyVersion,
      tier: tierOf(row.tier),
      previousTier: row.previousTier === null ? null : tierOf(row.previousTier),
      points: row.points / 100,
      rank: row.rank,
      reason: row.reason,
      reasonWords: standingReasonWords(row.reason, language),
    })),
    invitations: invitations.map(invitationTold),
    overrides: overrides.map(overrideTold),
    judgements,
  }
}

const explainers = new WeakMap<Scorer, { version: number; explainer: Explainer }>()

function explainerOf(scorer: Scorer, { version, policy }: { version: number; policy: Policy }): Explainer {
  const known = explainers.get(scorer)
  if (known?.version === version) return known.explainer
  const explainer = createExplainer(scorer, policy)
  explainers.set(scorer, { version, explainer })
  return explainer
}

/** How a confirmed review came to an account's points, from the facts it froze. */
async function explainReview(
  context: ReadingAt,
  review: { id: number; asOf: string; policyVersion: number },
  id: number,
) {
  const policy = (await findPolicy(context.db, review.policyVersion))!
  const scorer = await frozenScorer(context, review.id, async () =>
    createScorer(measureTable(await frozenFacts(context.db, review.id), review.asOf)),
  )
  const row = scorer.table.accounts.indexOf(id)
  if (row < 0) throw new Refusal('account_without_figures')
  return explainerOf(scorer, policy).explain(row, 0)
}
