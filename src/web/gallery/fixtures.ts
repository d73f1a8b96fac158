import type { CurvePoint } from '../charts/curve.ts'
import type { Movement, Tier } from '../figures/TierBadge.tsx'
import type { Session } from '../session.ts'

/** Made-up data for the gallery; regular, so that screenshots can be compared. */

export const session: Session = {
  person: {
    id: '1',
    name: 'Lin Yuqing',
    email: 'lin.yuqing@example.com',
    role: 'head',
    language: null,
    title: null,
    twoFactor: false,
  },
  company: {
    name: 'Haitong Networks',
    baseCurrency: 'CNY',
    fiscalYearStart: 1,
    timeZone: 'Asia/Shanghai',
    today: '2025-12-01',
    demoDay: null,
  },
  demo: true,
}

export type Row = {
  rank: number
  name: string
  country: string
  tier: Tier | null
  movement: Movement | null
  revenue: string
  margin: string | null
  contribution: string | null
  growth: number | null
  months: (number | null)[]
}

const names = [
  'Ningbo Harbour Systems',
  '厦门海联通信',
  'PT Samudra Jaringan',
  'Saigon Delta Controls',
  '广州智拓自动化',
  'Penang Rail Supply',
]
const tiers: (Tier | null)[] = ['platinum', 'gold', 'gold', 'silver', null, 'special', null]

export function rowAt(index: number): Row {
  const sway = Math.sin(index * 1.7)
  const revenue = Math.round(42_000_000 / (index + 1.4) ** 0.82)
  const contribution = Math.round(revenue * (0.16 + sway * 0.2))
  return {
    rank: index + 1,
    name: `${names[index % names.length]}${index >= names.length ? ` ${Math.floor(index / names.length) + 1}` : ''}`,
    country: ['China', 'China', 'Indonesia', 'Viet Nam', 'China', 'Malaysia'][index % 6]!,
    tier: tiers[index % tiers.length]!,
    movement: index % 9 === 3 ? 'up' : index % 11 === 5 ? 'down' : null,
    revenue: `${revenue}.48`,
    margin: index % 8 === 6 ? null : `${Math.round(contribution * 1.3)}.1`,
    contribution: index % 8 === 6 ? null : `${contribution}.25`,
    growth: index % 10 === 7 ? null : sway * 0.4,
    months: Array.from({ length: 12 }, (_, month) =>
      index % 8 === 6 && month < 3 ? null : Math.round(revenue * (0.6 + 0.4 * Math.sin(month + index)) - revenue * 0.2),
    ),
  }
}

export const rows: Row[] = Array.from({ length: 100_000 }, (_, index) => rowAt(index))

export const whale: CurvePoint[] = curve(
  600,
  rank => 2_400_000 * Math.exp(-rank / 55) - 9_000 - (rank > 480 ? (rank - 480) * 420 : 0),
)
export const pareto: CurvePoint[] = curve(600, rank => 5_200_000 / (rank + 3) ** 1.1)

function curve(accounts: number, valueAt: (rank: number) => number): CurvePoint[] {
  let sum = 0
  return Array.from({ length: accounts }, (_, index) => {
    const value = Math.round(valueAt(index + 1))
    sum += value
    return {
      rank: index + 1,
      cumulative: `${sum}.20`,
      value: `${value}.20`,
      name: rowAt(index).name,
      account: index + 1,
    }
  })
}

export const months = Array.from(
  { length: 24 },
  (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
)
export const monthRevenue = months.map((_, index) => `${Math.round(3_200_000 + 1_400_000 * Math.sin(index / 2))}.00`)
export const monthContribution = months.map((_, index) =>
  index === 0 ? null : `${Math.round(400_000 + 700_000 * Math.sin(index / 2 + 0.4))}.00`,
)

export const flows = [
  { from: 'platinum', to: 'platinum', accounts: 18 },
  { from: 'platinum', to: 'gold', accounts: 3 },
  { from: 'gold', to: 'platinum', accounts: 5 },
  { from: 'gold', to: 'gold', accounts: 41 },
  { from: 'gold', to: 'silver', accounts: 6 },
  { from: 'silver', to: 'gold', accounts: 9 },
  { from: 'silver', to: 'silver', accounts: 88 },
  { from: 'silver', to: 'none', accounts: 12 },
  { from: 'none', to: 'silver', accounts: 16 },
  { from: 'none', to: 'none', accounts: 412 },
]
