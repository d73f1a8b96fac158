import { Decimal } from 'decimal.js'
import type { Signal } from '../platform/signal.ts'
import type { GuardFinding, GuardKey } from './guards.ts'
import { dayAfter } from './review-window.ts'

/** How the queue calls what each guard finds. */
export const guardKinds: Readonly<Record<GuardKey, string>> = {
  losing: 'identify.losing',
  generous: 'identify.generous',
  dependence: 'identify.dependence',
  rising: 'identify.rising',
  silent: 'identify.falling_silent',
  ownerless: 'identify.ownerless',
}

/** What is known of the whole that one finding does not say. */
export interface GuardSurroundings {
  /** Last day of the figures. */
  readonly asOf: string
  /** Contribution as a share of revenue over all accounts; null where no cost is known. */
  readonly contributionRate: number | null
  /** Silence from which the policy calls an account silent, as a multiple of its usual gap. */
  readonly silentTimes: number
  /** Chance that the account still buys, by the value model; null where unknown. */
  readonly alive: number | null
}

/** A week from the day on which silence became more than chance. */
const daysToCall = 7
/** Below three weeks no account counts as silent (guards.ts). */
const leastSilence = 21

/**
 * How sure a finding is to cost its money within the year. A loss goes on, generous terms mostly do; a dependence breaks
 * about one year in twenty; half of what rises fast does so on its own.
 */
const usualConfidence: Readonly<Record<Exclude<GuardKey, 'silent'>, number>> = {
  losing: 0.8,
  generous: 0.6,
  dependence: 0.05,
  rising: 0.5,
  ownerless: 0.5,
}

/**
 * A finding as a signal of the queue. What is at stake as revenue counts by the department's contribution rate, so that the
 * queue compares like with like; the sentence still names the revenue.
 */
export function guardSignal(finding: GuardFinding, surroundings: GuardSurroundings): Signal {
  const { guard, account, atStake, stake, values } = finding
  const { contributionRate } = surroundings
  const isRevenue = stake === 'revenue' || stake === 'revenue gained'
  const rate = isRevenue && contributionRate !== null ? Math.max(0, contributionRate) : 1
  return {
    kind: guardKinds[guard],
    key: '',
    accountId: account,
    personId: null,
    role: 'head',
    value: new Decimal(atStake).times(rate).toDecimalPlaces(2).toFixed(),
    values: { ...values },
    ...(guard === 'silent' ? silence(finding, surroundings) : { due: null, confidence: usualConfidence[guard] }),
  }
}

/**
 * Silent accounts are called within a week from the day the silence became more than chance. Confidence is the chance that
 * it has gone (value model), or by rhythm alone one less the inverse of the multiple: two gaps of silence a half.
 */
function silence({ values }: GuardFinding, { asOf, silentTimes, alive }: GuardSurroundings) {
  const days = Number(values.days)
  const gap = days / Number(values.times)
  const noticed = Math.max(leastSilence, Math.ceil(silentTimes * gap))
  const lastOrder = dayAfter(asOf, -days)
  const gone = alive === null ? 1 - 1 / Number(values.times) : 1 - alive
  return { due: dayAfter(lastOrder, noticed + daysToCall), confidence: Math.min(0.9, Math.max(0.1, gone)) }
}
