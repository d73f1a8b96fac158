export const runStates = ['waiting', 'running', 'done', 'cancelled', 'failed'] as const
export type RunState = (typeof runStates)[number]

export const runSteps = ['reading', 'forecasting', 'reconciling', 'looking back', 'writing'] as const
export type RunStep = (typeof runSteps)[number]
