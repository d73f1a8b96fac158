import { Decimal } from 'decimal.js'
import type { RequestKind } from './request.ts'

/** The department's rules. Amounts in base currency, as exact decimals; days are working days. */
export type RequestRules = {
  /** From this cost on an executive must agree as well. */
  executiveFrom: string
  /** How many working days each step has, at most. */
  daysToDecide: number
  /** Below this cost, and without an executive's presence, whoever heads the department need not be asked. */
  freeBelow: string
}

export const usualRules: RequestRules = { executiveFrom: '20000', daysToDecide: 3, freeBelow: '500' }

export type StepReason = 'always' | 'cost' | 'presence'

/** Who must agree: one person, or anybody of a role. */
export type Approver = { personId: string; role: null } | { personId: null; role: 'head' | 'executive' }

export type PathStep = Approver & { because: StepReason }

/**
 * Who must agree to a request, in order. The head always does (unless it costs next to nothing and asks for nobody's
 * time); an executive whose presence is wanted decides over their own calendar; from a cost on an executive must agree:
 * that is the same one where one is asked for. Unknown cost is taken for high: nobody commits the company blindly.
 */
export function approvalPath(
  request: { kind: RequestKind; cost: string | null; executiveId: string | null },
  rules: RequestRules,
): PathStep[] {
  const steps: PathStep[] = []
  const costsMuch = request.cost === null || new Decimal(request.cost).gte(rules.executiveFrom)
  const isFree = request.cost !== null && new Decimal(request.cost).lt(rules.freeBelow) && request.executiveId === null
  if (!isFree) steps.push({ personId: null, role: 'head', because: 'always' })
  if (request.executiveId !== null) steps.push({ personId: request.executiveId, role: null, because: 'presence' })
  else if (costsMuch) steps.push({ personId: null, role: 'executive', because: 'cost' })
  return steps
}

/**
 * By when each step must be decided: each has `daysToDecide` working days after the one before, yet all are over by the
 * working day before the request is wanted, and none before today.
 * @param workingDayAfter the n-th working day after a day
 */
export function dueDays(
  steps: number,
  askedOn: string,
  wantedOn: string,
  daysToDecide: number,
  workingDayAfter: (day: string, count: number) => string,
  dayBefore: (day: string) => string,
): string[] {
  const latest = dayBefore(wantedOn)
  let previous = askedOn
  return Array.from({ length: steps }, () => {
    const usual = workingDayAfter(previous, daysToDecide)
    const due = usual > latest ? latest : usual
    previous = due < askedOn ? askedOn : due
    return previous
  })
}

export type Step = Approver & {
  place: number
  because: StepReason
  due: string
  state: 'waiting' | 'approved' | 'declined'
}

export type DecidedAs = 'own' | 'deputy' | 'escalation' | 'administrator'

type Decider = {
  id: string | null
  role: string
  /** Whom they stand in for today, with the role of each. */
  standsInFor: readonly { id: string; role: string }[]
}

/** The step whose turn it is: the first that waits. */
export function currentStep<S extends Pick<Step, 'place' | 'state'>>(steps: readonly S[]): S | null {
  return [...steps].sort((a, b) => a.place - b.place).find(step => step.state === 'waiting') ?? null
}

/** An overdue step may be decided one level higher: a head's by an executive, an executive's by another executive or the head. */
export function isEscalated(step: Pick<Step, 'due' | 'state'>, today: string): boolean {
  return step.state === 'waiting' && today > step.due
}

/**
 * As what somebody may decide a step today; null: not at all. In one's own right, as deputy of whoever is away, one
 * level higher once the deadline has passed, or as administrator, who keeps the system running when nobody is left.
 */
export function mayDecide(
  step: Pick<Step, 'personId' | 'role' | 'due' | 'state'>,
  decider: Decider,
  today: string,
): DecidedAs | null {
  if (step.state !== 'waiting') return null
  const answers = (person: { id: string | null; role: string }) =>
    step.personId === null ? person.role === step.role : person.id !== null && person.id === step.personId
  if (answers(decider)) return 'own'
  if (decider.standsInFor.some(answers)) return 'deputy'
  if (isEscalated(step, today)) {
    const higher = step.role === 'head' ? ['executive'] : ['executive', 'head']
    if (higher.includes(decider.role)) return 'escalation'
  }
  return decider.role === 'administrator' ? 'administrator' : null
}
