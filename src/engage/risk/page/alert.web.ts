import type { client } from '../../../web/api.ts'

export type AlertRead = Awaited<ReturnType<typeof client.engage.risk.get>>
export type ReplayRead = Awaited<ReturnType<typeof client.engage.risk.replay>>
export type ExposedSite = AlertRead['sites'][number]
export type AdviceRead = AlertRead['advice'][number]
