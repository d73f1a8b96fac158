import type { TestApi } from '../../tests/support/api.ts'
import { type SoldLine, sell } from './ledger.fixture.ts'
import { readyPolicies } from './ready-policies.ts'
import { dayAfter } from './review-window.ts'

/*
Thirty dealers, D01 the best of them: the contribution of a month falls by 1,000 from one to the next, from 30,000. All
buy every month from July 2023 to June 2026, so that only contribution tells them apart.
*/
const dealers = Array.from({ length: 30 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`)
const months = Array.from({ length: 36 }, (_, index) => dayAfter('2023-07-15', Math.round(index * 30.4375)).slice(0, 7))

const monthly = (account: string, margin: number): SoldLine[] =>
  months.map(month => ({
    account,
    accountName: `Dealer ${account}`,
    document: `${account}-${month}`,
    day: `${month}-15`,
    net: String(margin * 4),
    cost: String(margin * 3),
  }))

export const sellToDealers = (api: TestApi): Promise<Map<string, number>> =>
  sell(
    api,
    dealers.flatMap((code, index) => monthly(code, 30_000 - index * 1_000)),
  )

/** By contribution alone: 360,000 a year are 100 points. */
export const dealerPolicy = {
  ...readyPolicies.manufacturer,
  gates: {
    minimumCooperationMonths: null,
    legalStandingConfirmed: false,
    anyOf: { singleDocument: null, yearTotal: null },
  },
  criteria: [
    {
      measure: 'contribution' as const,
      weight: 1,
      scale: { kind: 'linear' as const, from: 0, to: 360_000 },
      unknown: 'leave out' as const,
    },
  ],
  tiers: { by: 'points' as const, platinum: 90, gold: 70, silver: 50 },
  hysteresis: { margin: 3, reviewsBeforeDemotion: 2 },
}

export const today = '2026-07-10'

/** The API as the tests of this room speak to it. */
export function speaking(api: TestApi) {
  type Role = Parameters<TestApi['as']>[0]
  return {
    get: async (path: string, role: Role = 'reader') => (await api.as(role, 'GET', path)).body,
    post: (path: string, body: unknown = {}, role: Role = 'head') => api.as(role, 'POST', path, body),
  }
}

/** Thirty dealers under their policy (version 2). */
export async function startWithDealers(api: TestApi): Promise<Map<string, number>> {
  const ids = await sellToDealers(api)
  const changed = await speaking(api).post('/policy', { basedOn: 1, name: 'Dealers', note: null, policy: dealerPolicy })
  if (changed.status !== 200) throw new Error(JSON.stringify(changed.body))
  return ids
}
