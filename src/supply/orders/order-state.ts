import type { AnyActor } from '../../platform/roles.ts'

export const orderStates = [
  'draft',
  'proposed',
  'changed',
  'signed',
  'confirmed',
  'shipped',
  'declined',
  'expired',
  'withdrawn',
] as const

export type OrderState = (typeof orderStates)[number]

export const orderActs = [
  'edit',
  'propose',
  'change',
  'sign',
  'sign on paper',
  'decline',
  'withdraw',
  'confirm',
  'ship part',
  'ship',
  'expire',
] as const

export type OrderAct = (typeof orderActs)[number]

/** Who acts, as far as orders know people; `nobody` reads. */
export type Party = 'head' | 'manager' | 'back office' | 'buyer' | 'staff' | 'job' | 'nobody'

const partyOfRole: Record<AnyActor['role'], Party> = {
  administrator: 'head',
  head: 'head',
  manager: 'manager',
  'back office': 'back office',
  executive: 'nobody',
  reader: 'nobody',
  'portal buyer': 'buyer',
  'portal staff': 'staff',
}

export const partyOf = ({ role, via }: Pick<AnyActor, 'role' | 'via'>): Party =>
  via === 'job' ? 'job' : partyOfRole[role]

const sellers = ['head', 'manager', 'back office'] as const
const theirs = ['head', 'manager', 'buyer'] as const
const dispatch = ['head', 'back office'] as const

type Way = { to: OrderState; by: readonly Party[] }

/**
 * What each act makes of an order in each state, and whose act it is; what is not named is not possible. Editing what the
 * account has changed or signed proposes it anew: it has to be signed (again). A signed order is unsigned by whoever may
 * sign, so staff cannot undo the buyer's word.
 */
const ways: Record<OrderState, Partial<Record<OrderAct, Way>>> = {
  draft: {
    edit: { to: 'draft', by: sellers },
    propose: { to: 'proposed', by: sellers },
    withdraw: { to: 'withdrawn', by: sellers },
  },
  proposed: {
    edit: { to: 'proposed', by: sellers },
    change: { to: 'changed', by: ['buyer', 'staff'] },
    sign: { to: 'signed', by: ['buyer'] },
    'sign on paper': { to: 'signed', by: ['head', 'manager'] },
    decline: { to: 'declined', by: theirs },
    withdraw: { to: 'withdrawn', by: sellers },
    expire: { to: 'expired', by: ['job'] },
  },
  changed: {
    edit: { to: 'proposed', by: sellers },
    propose: { to: 'proposed', by: sellers },
    change: { to: 'changed', by: ['buyer', 'staff'] },
    sign: { to: 'signed', by: ['buyer'] },
    'sign on paper': { to: 'signed', by: ['head', 'manager'] },
    decline: { to: 'declined', by: theirs },
    withdraw: { to: 'withdrawn', by: sellers },
    expire: { to: 'expired', by: ['job'] },
  },
  signed: {
    edit: { to: 'proposed', by: sellers },
    change: { to: 'changed', by: ['buyer'] },
    confirm: { to: 'confirmed', by: dispatch },
    withdraw: { to: 'withdrawn', by: ['head', 'manager'] },
  },
  confirmed: {
    'ship part': { to: 'confirmed', by: dispatch },
    ship: { to: 'shipped', by: dispatch },
    withdraw: { to: 'withdrawn', by: ['head'] },
  },
  expired: { propose: { to: 'proposed', by: sellers } },
  shipped: {},
  declined: {},
  withdrawn: {},
}

/** Null where the act is not possible in this state. */
export function nextOrderState(state: OrderState, act: OrderAct): OrderState | null {
  return ways[state][act]?.to ?? null
}

/** Whether the act is possible and this party's to do; a manager's own accounts are not asked here. */
export function mayAct(party: Party, act: OrderAct, state: OrderState): boolean {
  return ways[state][act]?.by.includes(party) ?? false
}

export const actsAllowed = (party: Party, state: OrderState): OrderAct[] =>
  orderActs.filter(act => mayAct(party, act, state))
