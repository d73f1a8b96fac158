import type { DemoAccount } from './accounts.ts'
import type { Burden } from './behaviour.ts'
import { calendarMonth, type DemoDay, dayNumber, daysOfMonth, lastDay } from './calendar.ts'
import { centsText } from './money.ts'
import { Random } from './random.ts'
import type { AccountTally } from './tally.ts'

/** Cost of serving an account, in CNY. */
export type DemoCost = { day: string; account: string; kind: string; amount: string; note: string }

type Kind = 'freight' | 'rush' | 'engineers' | 'credit' | 'promotion' | 'complaint'

const kindNames: Record<Kind, string> = {
  freight: 'Freight 运费',
  rush: 'Rush delivery 加急发货',
  engineers: 'Engineer on site 现场工程师',
  credit: 'Credit days 账期占用',
  promotion: 'Co-promotion 联合推广',
  complaint: 'Complaint 投诉处理',
}

/** Relative size of one entry of the kind against the month's revenue. */
const sizes: Record<Kind, number> = {
  freight: 1,
  rush: 0.7,
  engineers: 0.9,
  credit: 1.6,
  promotion: 1.1,
  complaint: 0.5,
}

const notes: Record<Kind, readonly string[]> = {
  freight: [''],
  rush: ['Air freight instead of road 改空运', 'Saturday dispatch 周六发货', 'Split delivery 分批发货', ''],
  engineers: [
    'Two engineers, three days 两名工程师三天',
    'Commissioning 现场调试',
    'Ring failover test 环网倒换测试',
    'Site survey 现场勘察',
  ],
  credit: ['Paid 30 days late 逾期30天', 'Paid 60 days late 逾期60天', ''],
  promotion: ['Trade fair stand 展会展台', 'Dealer open day 经销商开放日', 'Shop sign 门头制作'],
  complaint: [
    'Exchange on site 上门换货',
    'Wrong model delivered 发错型号',
    'Labels in the wrong language 标签语言错误',
  ],
}

const burdenKind: Record<Burden, Kind> = {
  rush: 'rush',
  engineers: 'engineers',
  credit: 'credit',
  freight: 'freight',
}

type Draft = { day: DemoDay; kind: Kind; weight: number; note: string }

/** Entries in the order of day and account. Large accounts are given more of everything; a dozen far too much. */
export function demoCosts(
  seed: string,
  accounts: readonly DemoAccount[],
  tallies: readonly AccountTally[],
): DemoCost[] {
  const costs = accounts.flatMap((account, position) => {
    const tally = tallies[position] as AccountTally
    if (tally.totalFen <= 0) return []
    const random = new Random(seed, 'costs', account.rank)
    const drafts = draftEntries(random, account, tally)
    const weights = drafts.reduce((sum, draft) => sum + draft.weight, 0)
    const target = targetFen(random, account, tally)
    return drafts.map(
      ({ day, kind, weight, note }): DemoCost => ({
        day: day.text,
        account: account.code,
        kind: kindNames[kind],
        amount: centsText(Math.max(2_000, Math.round(((target * weight) / weights) * 0.1) * 10)),
        note,
      }),
    )
  })
  return costs.sort(
    (a, b) => dayNumber(a.day) - dayNumber(b.day) || Number(a.account > b.account) - Number(a.account < b.account),
  )
}

/** What the account is given over the whole window. */
function targetFen(random: Random, account: DemoAccount, tally: AccountTally): number {
  const { rank, behaviour } = account
  const margin = Math.max(tally.marginFen, 0)
  if (behaviour.burden) return Math.max(margin * random.between(1.5, 2.4), tally.totalFen * 0.14)
  if (rank < 150) return Math.min(tally.totalFen * random.between(0.025, 0.085), margin * 0.62)
  if (random.chance(0.085)) return margin * random.between(1.25, 2.6)
  return Math.min(tally.totalFen * random.between(0.02, 0.1), margin * 0.7)
}

function draftEntries(random: Random, account: DemoAccount, tally: AccountTally): Draft[] {
  const { rank, trade, behaviour } = account
  const large = rank < 110
  const heavy = behaviour.burden ? burdenKind[behaviour.burden] : null
  const mean: Record<Kind, number> = {
    freight: large ? 0.86 : 0.12,
    rush: large ? 0.15 : 0.025,
    engineers: (large ? 0.12 : 0.015) + (trade === 'contractor' ? 0.04 : 0),
    credit: large ? 0.2 : 0.015,
    promotion: trade === 'contractor' ? 0.01 : large ? 0.08 : 0.015,
    complaint: large ? 0.05 : 0.015,
  }
  const drafts: Draft[] = []
  for (const [month, revenue] of tally.revenueFen.entries()) {
    if (revenue <= 0) continue
    const days = daysOfMonth(month).filter(day => day.working)
    for (const kind of Object.keys(kindNames) as Kind[]) {
      const often = mean[kind] + (kind === heavy ? 1.6 : 0)
      const count = random.poisson(often)
      const quarterEnd = calendarMonth(month) % 3 === 0
      for (let entry = 0; entry < count; entry++) {
        const atEnd = kind === 'freight' || (kind === 'credit' && quarterEnd)
        const day = (atEnd ? days.at(-1) : random.pick(days)) as DemoDay
        if (day.text > lastDay) continue
        const weight = sizes[kind] * revenue * random.spread(0.4) * (kind === heavy ? 1.8 : 1)
        drafts.push({ day, kind, weight, note: random.pick(notes[kind]) })
      }
    }
  }
  return drafts.length > 0 ? drafts : [firstFreight(random, tally)]
}

/** Even the smallest account has had something carried to it. */
function firstFreight(random: Random, tally: AccountTally): Draft {
  const month = tally.revenueFen.findIndex(revenue => revenue > 0)
  const days = daysOfMonth(Math.max(month, 0)).filter(day => day.working)
  return { day: random.pick(days), kind: 'freight', weight: 1, note: '' }
}
