import type { OpinionSubject, OpinionTone } from '../../engage/report/visit-report.ts'
import type { Random } from '../random.ts'

export type DemoLanguage = 'en' | 'zh-Hans'
type Pair = readonly [en: string, zh: string]

const pick = (random: Random, pairs: readonly Pair[], language: DemoLanguage): string =>
  random.pick(pairs)[language === 'en' ? 0 : 1]

const openings: readonly Pair[] = [
  ['Walked through the warehouse first, then an hour in the office.', '先看了仓库，再到办公室谈了一个小时。'],
  ['Short meeting, they were counting stock.', '时间不长，对方正在盘点。'],
  ['The owner joined for the last half hour.', '后半小时老板也来了。'],
  ['Met at the site of their new line, then lunch.', '在新产线现场见面，随后一起用餐。'],
  ['They had prepared a list of questions.', '对方提前列好了问题。'],
]

const matters: readonly Pair[] = [
  [
    'Stock of the 8-port switches covers **about five weeks**; the gateways move slowly.',
    '8 口交换机库存**约五周用量**，网关走得慢。',
  ],
  [
    'A port project is up for tender in spring; they want our help with the network plan.',
    '明年春天有一个港口项目招标，希望我们协助做网络方案。',
  ],
  [
    'Orders were held back because of the end of the budget year, not because of us.',
    '订单推迟是因为预算年末，与我方无关。',
  ],
  ['They try a second supplier for unmanaged switches to press the price.', '非网管交换机在试第二家供应商，意在压价。'],
  ['Payment comes two weeks late since their own customers pay late.', '因下游回款慢，付款会晚两周左右。'],
  ['Their counter staff still recommend us first, mostly for the warranty.', '门店导购仍首推我们，主要看重质保。'],
  [
    'The engineers want the new PoE series on the test bench before the year ends.',
    '工程师希望年底前能在测试台上用到新款 PoE。',
  ],
  ['They open a branch in the next province after the Spring Festival.', '春节后将在邻省开设分公司。'],
  [
    'A truck arrived without notice last month; they ask for a call the day before.',
    '上月到货未提前通知，要求发车前一天打电话。',
  ],
]

const nextSteps: readonly Pair[] = [
  ['Quote for the port project by the end of next week.', '下周末前报出港口项目价格。'],
  ['Bring an engineer to the next visit.', '下次拜访带一名工程师。'],
  ['Settle the two open invoices with their accounts department.', '与对方财务核清两张未结发票。'],
  ['Agree on the order for the season before the 20th.', '20 日前敲定旺季订单。'],
  ['Show the training plan for their counter staff.', '给出门店导购的培训计划。'],
]

const opinions: readonly [OpinionSubject, OpinionTone, string, string][] = [
  ['delivery', 'positive', 'Never had to wait for us in the season', '旺季从没因我们断过货'],
  ['delivery', 'negative', 'Two deliveries came late in the autumn', '秋天有两批货晚到'],
  ['price', 'negative', 'Five per cent above the nearest offer', '比最接近的报价高 5%'],
  ['price', 'neutral', 'Fair, if the rebate comes on time', '返利及时的话，价格算公道'],
  ['quality', 'positive', 'Hardly any returns this year', '今年几乎没有退货'],
  ['quality', 'negative', 'Boxes dent at the corners', '包装容易压角'],
  ['service', 'positive', 'Exchange within three days, better than others', '三天内换货，比别家快'],
  ['people', 'positive', 'Answers on the same day', '当天就有回复'],
  ['range', 'neutral', 'Miss a small managed switch', '缺一款小型网管交换机'],
  ['terms', 'negative', 'Would need sixty days in winter', '冬季希望账期放到六十天'],
]

const competitors: readonly [name: string, en: string, zh: string][] = [
  ['Norvik', 'offers 6% less, five weeks of lead time', '报价低 6%，但交期五周'],
  ['Haldern', 'trains their counter staff every quarter', '每季度给门店导购做培训'],
  ['泰科讯 Taikexun', 'gives ninety days of credit', '给到九十天账期'],
  ['Brightline', 'lends demonstration units', '提供样机试用'],
]

/** What a manager wrote after a visit, put together by chance. */
export function demoSaid(random: Random, language: DemoLanguage) {
  const english = language === 'en'
  const points = random.shuffle(matters).slice(0, random.integer(1, 3))
  const list = points.map(point => `- ${point[english ? 0 : 1]}`).join('\n')
  const thought = random.shuffle(opinions).slice(0, random.integer(0, 2))
  const named = random.chance(0.3) ? [random.pick(competitors)] : []
  return {
    said: `${pick(random, openings, language)}\n\n${list}`,
    opinions: thought.map(([subject, tone, en, zh]) => ({ subject, tone, words: english ? en : zh })),
    competitors: named.map(([name, en, zh]) => ({ name, words: english ? en : zh })),
    nextSteps: random.chance(0.6) ? pick(random, nextSteps, language) : '',
  }
}

/** What is promised, and how many days it usually takes. */
const ours: readonly [days: number, en: string, zh: string][] = [
  [7, 'Send two sample units of the new PoE switch', '寄送两台新款 PoE 交换机样机'],
  [10, 'Quote for the port project', '报出港口项目价格'],
  [14, 'Train twelve of their counter staff', '为十二名门店导购做培训'],
  [5, 'Exchange the three dented units', '更换三台压角的产品'],
  [21, 'Settle the rebate of the third quarter', '结算第三季度返利'],
  [14, 'Send an engineer to look at the ring network', '派工程师现场查看环网'],
  [10, 'Call the day before every delivery', '每次发货前一天电话通知'],
  [30, 'Propose the order for the season', '提出旺季备货方案'],
  [7, 'Send the certificates for the tender', '提供投标所需的认证文件'],
  [20, 'Bring our president to their anniversary', '邀请总经理出席对方周年庆'],
]

const theirs: readonly [days: number, en: string, zh: string][] = [
  [14, 'Tell us the stock of every branch', '提供各分店的库存'],
  [10, 'Pay the two invoices of September', '支付九月的两张发票'],
  [21, 'Decide on the gateway order', '确定网关订单'],
  [14, 'Introduce us to their head of engineering', '引见工程部负责人'],
  [30, 'Give us the plan for the new branch', '提供新分公司的计划'],
  [7, 'Return the demonstration unit', '归还样机'],
  [20, 'Sign the framework contract', '签订框架合同'],
]

export function demoPromise(random: Random, language: DemoLanguage) {
  const side = random.chance(0.62) ? ('ours' as const) : ('theirs' as const)
  const [days, en, zh] = random.pick(side === 'ours' ? ours : theirs)
  const value = random.chance(0.35) ? String(random.integer(4, 300) * 1000) : null
  return { side, what: language === 'en' ? en : zh, days: days + random.integer(-2, 4), value }
}
