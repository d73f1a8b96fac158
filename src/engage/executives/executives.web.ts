import type { client } from '../../web/api.ts'

export type ExecutiveRead = Awaited<ReturnType<typeof client.engage.executives.overview>>['people'][number]
export type SponsorRead = ExecutiveRead['sponsors'][number]
