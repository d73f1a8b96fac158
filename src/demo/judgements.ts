import type { DemoAccount } from './accounts.ts'
import { dayNumber, dayText } from './calendar.ts'
import { Random } from './random.ts'

export type JudgedMeasure = 'influence' | 'strategicFit' | 'loyalty'

/** A grade of 0 to 10 given by a person on a day. */
export type DemoJudgement = { account: string; measure: JudgedMeasure; grade: string; day: string; authorKey: string }

/** An invitation to the tier Special; `until` is its last day. */
export type DemoInvitation = { account: string; reason: string; inviterKey: string; from: string; until: string }

/** A tier set by hand on a review day. */
export type DemoOverride = {
  account: string
  tier: 'platinum' | 'gold' | 'silver' | 'regular'
  reason: string
  authorKey: string
  from: string
  until: string
}

const head = 'lin.zhiyuan'

/** Grades for the larger accounts that still buy, given before the first of the past reviews, some again since. */
export function demoJudgements(seed: string, accounts: readonly DemoAccount[]): DemoJudgement[] {
  return accounts.flatMap(account => {
    const random = new Random(seed, 'judgements', account.rank)
    const { rank, behaviour } = account
    if (rank >= 170 || behaviour.life === 'lost' || !random.chance(0.88)) return []
    const authorKey = account.ownerKey ?? head
    const day = dayText(dayNumber('2026-01-06') + random.integer(0, 70))
    const mood = behaviour.life === 'fading' || behaviour.life === 'silent' ? -2 : behaviour.life === 'rising' ? 1 : 0
    const means: [JudgedMeasure, number][] = [
      ['influence', 7.6 - rank / 50],
      ['strategicFit', 6.2 + (behaviour.burden ? -1.5 : 0)],
      ['loyalty', 6.8 + mood],
    ]
    return means.flatMap(([measure, mean]): DemoJudgement[] => {
      const grade = half(mean + random.normal() * 1.5)
      const first = { account: account.code, measure, grade: String(grade), day, authorKey }
      if (measure !== 'loyalty' || !random.chance(0.3)) return [first]
      const again = half(grade + mood * 0.8 + random.normal() * 0.9)
      const later = dayText(dayNumber('2026-05-11') + random.integer(0, 120))
      return [first, { ...first, grade: String(again), day: later }]
    })
  })
}

const reasons: readonly [rank: number, reason: string, inviterKey: string, from: string, until: string][] = [
  [
    118,
    'Benchmark site for port cranes; its control room is shown to visitors 港机标杆项目，控制室可供参观',
    'zheng.guodong',
    '2026-01-15',
    '2027-12-31',
  ],
  [
    164,
    'Chairs the regional automation association 担任区域自动化协会会长单位',
    'lin.zhiyuan',
    '2026-02-10',
    '2027-02-09',
  ],
  [
    203,
    'First metro reference in South-East Asia 东南亚首个地铁样板工程',
    'anna.lindqvist',
    '2026-03-02',
    '2027-03-01',
  ],
  [
    247,
    'Trains the technicians whom the city’s machine builders hire 为当地设备厂培养技术人员',
    'lin.zhiyuan',
    '2026-03-20',
    '2026-12-31',
  ],
  [
    305,
    'Tests every new model first and answers honestly 新品首批试用，反馈真实及时',
    'zheng.guodong',
    '2026-06-01',
    '2027-05-31',
  ],
  [
    372,
    'Its founder writes the trade’s most read column 创始人撰写业内最受关注的专栏',
    'anna.lindqvist',
    '2026-06-15',
    '2027-06-14',
  ],
]

export function demoInvitations(accounts: readonly DemoAccount[]): DemoInvitation[] {
  return reasons.map(([rank, reason, inviterKey, from, until]) => ({
    account: activeNear(accounts, rank).code,
    reason,
    inviterKey,
    from,
    until,
  }))
}

export function demoOverrides(accounts: readonly DemoAccount[]): DemoOverride[] {
  return [
    {
      account: activeNear(accounts, 46).code,
      tier: 'gold',
      reason: 'Framework contract signed in June, deliveries begin in autumn 六月已签框架合同，秋季开始交付',
      authorKey: head,
      from: '2026-06-30',
      until: '2026-12-31',
    },
    {
      account: activeNear(accounts, 88).code,
      tier: 'silver',
      reason: 'Flood closed its warehouse for two months 仓库因洪水停业两个月',
      authorKey: head,
      from: '2026-09-30',
      until: '2027-03-31',
    },
    {
      account: activeNear(accounts, 22).code,
      tier: 'silver',
      reason: 'Payment dispute open since May 五月起货款争议未决',
      authorKey: head,
      from: '2026-06-30',
      until: '2026-12-31',
    },
  ]
}

/** The account of that rank, or the next smaller one that is steady and no burden. */
function activeNear(accounts: readonly DemoAccount[], rank: number): DemoAccount {
  const found = accounts
    .filter(({ behaviour }) => behaviour.life === 'steady' && !behaviour.burden)
    .sort((a, b) => a.rank - b.rank)
    .find(account => account.rank >= rank)
  if (!found) throw new Error(`No steady account from rank ${rank}`)
  return found
}

/** To half grades within 0 to 10. */
function half(grade: number): number {
  return Math.min(10, Math.max(0, Math.round(grade * 2) / 2))
}
