import type { AdjustmentKind } from '../../supply/forecast/adjustment.ts'
import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import { managerOf } from '../people.ts'
import type { DemoProduct } from '../products.ts'
import { Random } from '../random.ts'

/** What an account took of a product in a month, against what it usually takes. */
export type DemoMonth = { account: string; product: string; month: string; pieces: number; usual: number }

export type DemoAdjustment = {
  account: string | null
  product: string | null
  category: string | null
  tier: 'gold' | 'silver' | 'platinum' | null
  kind: AdjustmentKind
  title: string
  reason: string
  fromDay: string
  toDay: string
  quantity: string | null
  percent: string | null
  actual: string | null
  actualNote: string | null
  authorKey: string
  madeOn: string
}

type Words = readonly [en: string, zh: string]
type Story = { kind: AdjustmentKind; title: Words; reason: Words; came: Words; failed: Words }

const stories: readonly Story[] = [
  {
    kind: 'project',
    title: ['Metro line, signalling rooms', '地铁信号机房项目'],
    reason: ['Tender won; their buyer named the month of delivery', '已中标，采购已确认交货月份'],
    came: ['Delivered in two lots as agreed', '按约定分两批交付'],
    failed: ['The client moved the lot to next year', '业主把标段推到明年'],
  },
  {
    kind: 'project',
    title: ['Wind farm, ring networks of the towers', '风电场塔筒环网项目'],
    reason: ['Frame order signed, call-off for this month', '框架已签，本月首次要货'],
    came: ['All taken, a few more for spares', '全部提货，另加少量备件'],
    failed: ['Foundations are late, nothing was called off', '基础施工延误，没有要货'],
  },
  {
    kind: 'promotion',
    title: ['Trade fair at the account, ten days of fair prices', '客户展会，十天展会价'],
    reason: ['They asked for fair prices and stock them before it', '客户申请展会价，会前备货'],
    came: ['Sold out on the eighth day', '第八天售罄'],
    failed: ['Visitors looked and did not buy', '人气有，成交少'],
  },
  {
    kind: 'project',
    title: ['Sewage works, renewal of control cabinets', '污水厂控制柜改造'],
    reason: ['The installer has the order and takes from their stock', '集成商已接单，从客户库存提货'],
    came: ['Came as planned', '如期要货'],
    failed: ['A competitor was written into the drawings', '图纸里改成了竞品'],
  },
]

/** As many of the past: three in four saw a peak that came, the others hoped for one that did not. */
const told = 14

/** What the company's people have said of the last ten months and of the season ahead. */
export function demoAdjustments(
  seed: string,
  accounts: readonly DemoAccount[],
  products: readonly DemoProduct[],
  months: readonly DemoMonth[],
): DemoAdjustment[] {
  const byCode = new Map(accounts.map(account => [account.code, account]))
  const peaks = [...months]
    .filter(month => month.usual >= 3 && month.pieces > 2.2 * month.usual)
    .sort((one, other) => other.pieces - other.usual - (one.pieces - one.usual))
  const plain = [...months]
    .filter(month => month.usual >= 8 && month.pieces < 1.2 * month.usual && month.pieces > 0.4 * month.usual)
    .sort((one, other) => other.usual - one.usual)
  const taken = new Set<string>()
  const first = (list: readonly DemoMonth[]) => {
    const found = list.find(month => !taken.has(month.account))
    if (found) taken.add(found.account)
    return found
  }
  const past: DemoAdjustment[] = []
  for (let at = 0; at < told; at++) {
    const random = new Random(seed, 'adjustments', at)
    const hoped = at % 4 === 3
    const month = first(hoped ? plain : peaks)
    if (month)
      past.push(pastAdjustment(random, month, byCode.get(month.account)!, stories[at % stories.length]!, hoped))
  }
  return [...past, ...ahead(accounts, products)]
}

function pastAdjustment(
  random: Random,
  { account, product, month, pieces, usual }: DemoMonth,
  owner: DemoAccount,
  story: Story,
  hoped: boolean,
): DemoAdjustment {
  const author = managerOf(owner.place)
  const language = author.language === 'en' ? 0 : 1
  const more = hoped ? usual * random.between(0.9, 1.6) : (pieces - usual) * random.between(0.6, 1.15)
  const came = hoped ? 0 : (pieces - usual) * random.between(0.85, 1)
  return {
    account,
    product,
    category: null,
    tier: null,
    kind: story.kind,
    title: story.title[language],
    reason: story.reason[language],
    fromDay: month,
    toDay: dayText(dayNumber(month) + 27),
    quantity: String(Math.max(1, Math.round(more))),
    percent: null,
    actual: String(Math.round(came)),
    actualNote: (hoped ? story.failed : story.came)[language],
    authorKey: author.key,
    madeOn: dayText(dayNumber(month) - random.integer(12, 40)),
  }
}

/** Said of what is still to come: a few large projects, a campaign for a tier, a launch, an ending. */
function ahead(accounts: readonly DemoAccount[], products: readonly DemoProduct[]): DemoAdjustment[] {
  const large = [...accounts].filter(account => account.ownerKey !== null).sort((one, other) => one.rank - other.rank)
  const selling = products.filter(product => product.soldUntil === 36)
  const popular = [...selling].sort((one, other) => other.popularity - one.popularity)
  const newest = [...selling].sort((one, other) => other.soldFrom - one.soldFrom)[0]!
  const beacon = products.find(product => product.code.startsWith('BC'))!
  const usual = { category: null, tier: null, percent: null, actual: null, actualNote: null }
  const categoryOf = (product: DemoProduct) => `${capitalised(product.noun)} ${product.nounChinese}`
  const project = (rank: number, product: DemoProduct, story: Story, fromDay: string, pieces: number) => {
    const account = large[rank]!
    const author = managerOf(account.place)
    const language = author.language === 'en' ? 0 : 1
    return {
      ...usual,
      account: account.code,
      product: product.code,
      kind: story.kind,
      title: story.title[language],
      reason: story.reason[language],
      fromDay,
      toDay: dayText(dayNumber(fromDay) + 29),
      quantity: String(pieces),
      authorKey: author.key,
      madeOn: dayText(dayNumber(demoDay) - 10 - rank),
    }
  }
  return [
    project(0, popular[1]!, stories[0]!, '2026-12-01', 480),
    project(1, popular[4]!, stories[1]!, '2027-03-01', 360),
    project(3, popular[7]!, stories[3]!, '2026-11-09', 120),
    {
      ...usual,
      account: null,
      product: null,
      category: categoryOf(beacon),
      tier: 'silver',
      kind: 'promotion',
      title: '银级客户年终无线方案推广',
      reason: '十二月前两周银级客户买十赠一；去年同类活动多卖两成。',
      fromDay: '2026-12-01',
      toDay: '2026-12-14',
      quantity: null,
      percent: '20',
      authorKey: 'lin.zhiyuan',
      madeOn: '2026-10-19',
    },
    {
      ...usual,
      account: null,
      product: newest.code,
      kind: 'launch',
      title: '新品上量：渠道首批铺货',
      reason: '样机试用结束，铂金与金级客户首批铺货，按品类销量分摊。',
      fromDay: '2027-01-04',
      toDay: '2027-03-31',
      quantity: '600',
      authorKey: 'fang.ning',
      madeOn: '2026-10-26',
    },
    {
      ...usual,
      account: large[2]!.code,
      product: popular[2]!.code,
      kind: 'ending',
      title: '客户停用该型号',
      reason: '客户明年改用千兆型号，这一款一月起不再订货。',
      fromDay: '2027-01-01',
      toDay: '2027-12-31',
      quantity: null,
      percent: '-100',
      authorKey: managerOf(large[2]!.place).key,
      madeOn: '2026-10-28',
    },
  ]
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
