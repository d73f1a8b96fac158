export const requestKinds = ['executive', 'celebration', 'terms', 'support', 'other'] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestStates = ['waiting', 'approved', 'declined', 'withdrawn', 'done', 'failed'] as const
export type RequestState = (typeof requestStates)[number]

export type RequestAct = 'approve' | 'decline' | 'withdraw' | 'succeed' | 'fail' | 'reopen'

/** What each act makes of each state; what is not named is not possible. `approve` is that of the last step. */
const transitions: Record<RequestState, Partial<Record<RequestAct, RequestState>>> = {
  waiting: { approve: 'approved', decline: 'declined', withdraw: 'withdrawn' },
  approved: { withdraw: 'withdrawn', succeed: 'done', fail: 'failed' },
  declined: {},
  withdrawn: {},
  done: { reopen: 'approved' },
  failed: { reopen: 'approved' },
}

/** Null where the act is not possible in this state. */
export function nextState(state: RequestState, act: RequestAct): RequestState | null {
  return transitions[state][act] ?? null
}
