import type { Language } from '../platform/language.ts'
import { type Policy, policySchema } from './policy.ts'

/** Policies to start from; each is a full version, so that nothing is hidden behind its name. */
export const readyPolicyKeys = ['manufacturer', 'distributor', 'projects'] as const
export type ReadyPolicyKey = (typeof readyPolicyKeys)[number]

const manufacturer = policySchema.parse({
  windowMonths: 12,
  reviewEveryMonths: 6,
  gates: {
    minimumCooperationMonths: 12,
    legalStandingConfirmed: false,
    anyOf: { singleDocument: '50000', yearTotal: '100000' },
  },
  criteria: [
    { measure: 'contribution', weight: 40, scale: { kind: 'percentile' } },
    { measure: 'growth', weight: 10, scale: { kind: 'linear', from: -0.3, to: 0.5 } },
    { measure: 'activeMonths', weight: 10, scale: { kind: 'linear', from: 0, to: 12 } },
    { measure: 'productBreadth', weight: 10, scale: { kind: 'percentile' } },
    {
      measure: 'cooperationMonths',
      weight: 10,
      scale: {
        kind: 'bands',
        bands: [
          { bound: 12, score: 30 },
          { bound: 24, score: 60 },
          { bound: 36, score: 80 },
          { bound: 60, score: 100 },
        ],
      },
    },
    { measure: 'returnShare', weight: 5, scale: { kind: 'linear', from: 0.1, to: 0 } },
    { measure: 'influence', weight: 10, scale: { kind: 'linear', from: 0, to: 10 } },
    { measure: 'loyalty', weight: 5, scale: { kind: 'linear', from: 0, to: 10 } },
  ],
  tiers: { by: 'points', platinum: 85, gold: 75, silver: 65 },
  hysteresis: { margin: 3, reviewsBeforeDemotion: 2 },
  entitlementCost: { platinum: '60000', gold: '25000', silver: '8000', special: '15000' },
  accountsPerManager: { platinum: 8, gold: 15, silver: 30, special: 15 },
})

const distributor = policySchema.parse({
  windowMonths: 12,
  reviewEveryMonths: 3,
  gates: {
    minimumCooperationMonths: 6,
    legalStandingConfirmed: false,
    anyOf: { singleDocument: null, yearTotal: null },
  },
  criteria: [
    { measure: 'contribution', weight: 50, scale: { kind: 'percentile' } },
    { measure: 'documents', weight: 15, scale: { kind: 'percentile' } },
    {
      measure: 'silence',
      weight: 15,
      scale: {
        kind: 'bands',
        bands: [
          { bound: 3, score: 30 },
          { bound: 2, score: 60 },
          { bound: 1.2, score: 100 },
        ],
      },
    },
    { measure: 'growth', weight: 10, scale: { kind: 'linear', from: -0.3, to: 0.5 } },
    { measure: 'returnShare', weight: 10, scale: { kind: 'linear', from: 0.15, to: 0 } },
  ],
  tiers: { by: 'quota', of: 'share', platinum: 0.02, gold: 0.05, silver: 0.13 },
  hysteresis: { margin: 4, reviewsBeforeDemotion: 2 },
  entitlementCost: { platinum: '30000', gold: '12000', silver: '4000', special: '8000' },
  accountsPerManager: { platinum: 10, gold: 25, silver: 60, special: 20 },
})

const projects = policySchema.parse({
  windowMonths: 36,
  reviewEveryMonths: 12,
  gates: {
    minimumCooperationMonths: null,
    legalStandingConfirmed: true,
    anyOf: { singleDocument: '500000', yearTotal: '1000000' },
  },
  criteria: [
    { measure: 'contribution', weight: 35, scale: { kind: 'logarithmic', from: 10_000, to: 5_000_000 } },
    { measure: 'largestDocument', weight: 15, scale: { kind: 'logarithmic', from: 50_000, to: 5_000_000 } },
    { measure: 'marginRate', weight: 10, scale: { kind: 'linear', from: 0.05, to: 0.35 } },
    { measure: 'strategicFit', weight: 20, scale: { kind: 'linear', from: 0, to: 10 } },
    { measure: 'influence', weight: 20, scale: { kind: 'linear', from: 0, to: 10 } },
  ],
  tiers: { by: 'contribution', platinum: 0.5, gold: 0.8, silver: 0.95 },
  hysteresis: { margin: 5, reviewsBeforeDemotion: 1 },
  entitlementCost: { platinum: '100000', gold: '40000', silver: '10000', special: '30000' },
  accountsPerManager: { platinum: 5, gold: 10, silver: 25, special: 10 },
})

export const readyPolicies: Readonly<Record<ReadyPolicyKey, Policy>> = { manufacturer, distributor, projects }

const names: Readonly<Record<ReadyPolicyKey, readonly [string, string]>> = {
  manufacturer: ['Manufacturer with dealers', '制造商（经销商渠道）'],
  distributor: ['Distributor', '分销商'],
  projects: ['Project business', '项目型业务'],
}

const meanings: Readonly<Record<ReadyPolicyKey, readonly [string, string]>> = {
  manufacturer: [
    'Contribution first, then steadiness, breadth, length of cooperation and standing in the region; tiers by points.',
    '以贡献毛利为主，兼顾采购稳定、品种宽度、合作时长与区域影响力；按积分定级。',
  ],
  distributor: [
    'Many accounts, frequent orders: contribution, rhythm and returns; a fixed share of accounts in each tier, reviewed each quarter.',
    '客户多、下单勤：看贡献毛利、下单节奏与退货；各级按固定比例，每季评审。',
  ],
  projects: [
    'Few, large, irregular orders: three years of contribution, the largest project and judged fit; tiers by cumulative contribution.',
    '订单少、金额大、不规律：看三年贡献毛利、最大项目与战略契合度；按累计贡献毛利定级。',
  ],
}

export const readyPolicyName = (key: ReadyPolicyKey, language: Language): string =>
  names[key][language === 'en' ? 0 : 1]
export const readyPolicyMeaning = (key: ReadyPolicyKey, language: Language): string =>
  meanings[key][language === 'en' ? 0 : 1]
