import { Decimal } from 'decimal.js'
import { Temporal } from 'temporal-polyfill'
import { listDocuments, productsBought, totals } from '../ledger/ledger.server.ts'
import type { BriefFigure, BriefItem, BriefTopic } from '../platform/brief.ts'
import type { BriefPart, BriefReading } from '../platform/brief-part.server.ts'
import { productNames } from '../products/product-names.server.ts'

type Window = { from: string; to: string }

/** The same days a year earlier: trade has seasons, so last month says little. */
const yearBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString()

/** A product line that fell below half of the year before is worth a question. */
const halved = new Decimal('0.5')

/** What the account bought since the last visit and in twelve months, against the same days a year before. */
export default {
  name: 'figures',
  order: 20,
  read: async reading => {
    const { db, accountId, since, today, words } = reading
    const year = { from: Temporal.PlainDate.from(yearBefore(today)).add({ days: 1 }).toString(), to: today }
    const [sinceVisit, lastYear, lines, documents] = await Promise.all([
      since === null ? [] : compared(reading, { from: since, to: today }),
      compared(reading, year),
      byProductLine(reading, year),
      listDocuments(db, accountId, { to: today, limit: 3 }),
    ])
    const title = { en: 'Figures', 'zh-Hans': '业绩数据' }
    const figures: BriefFigure[] = [
      ...sinceVisit.map(({ name, ...sums }) => ({
        label: words(({ language, day }) =>
          language === 'en' ? `${name.en} since ${day(since!)}` : `${day(since!)}以来${name['zh-Hans']}`,
        ),
        ...sums,
        isPart: false,
      })),
      ...lastYear.map(({ name, ...sums }) => ({
        label: { en: `${name.en}, last 12 months`, 'zh-Hans': `近 12 个月${name['zh-Hans']}` },
        ...sums,
        isPart: false,
      })),
      ...lines.map(({ name, ...sums }) => ({ label: { en: name, 'zh-Hans': name }, ...sums, isPart: true })),
    ]
    const items: BriefItem[] = documents.map(document => ({
      text: words(({ language, day, money }) =>
        language === 'en'
          ? `${day(document.day)}: ${document.number}, ${money(document.revenue)}`
          : `${day(document.day)}：${document.number}，${money(document.revenue)}`,
      ),
      detail: null,
      mark: null,
      path: `/accounts/${accountId}/documents`,
    }))
    return { title, items, figures, topics: lines.flatMap(line => topicOf(line, reading)) }
  },
} satisfies BriefPart

async function compared({ db, accountId }: BriefReading, window: Window) {
  const before = { from: yearBefore(window.from), to: yearBefore(window.to) }
  const [now, then] = await Promise.all([totals(db, window, [accountId]), totals(db, before, [accountId])])
  return [
    { name: { en: 'Sales', 'zh-Hans': '销售额' }, amount: now.revenue, before: then.revenue },
    { name: { en: 'Contribution', 'zh-Hans': '贡献毛利' }, amount: now.contribution, before: then.contribution },
  ]
}

/** The six largest product lines of either year. */
async function byProductLine({ db, accountId }: BriefReading, window: Window) {
  const before = { from: yearBefore(window.from), to: yearBefore(window.to) }
  const [now, then] = await Promise.all(
    [window, before].map(days => productsBought(db, accountId, { ...days, limit: 10_000 })),
  )
  const ids = [...now!, ...then!].flatMap(row => row.productId ?? [])
  const products = await productNames(db, [...new Set(ids)])
  const lines = new Map<string, { amount: Decimal; before: Decimal }>()
  for (const [rows, side] of [
    [now!, 'amount'],
    [then!, 'before'],
  ] as const)
    for (const { productId, revenue } of rows) {
      const name = (productId !== null && products.get(productId)?.category) || '–'
      const line = lines.get(name) ?? { amount: new Decimal(0), before: new Decimal(0) }
      lines.set(name, { ...line, [side]: line[side].plus(revenue) })
    }
  const size = ({ amount, before: then }: { amount: Decimal; before: Decimal }) => Decimal.max(amount, then)
  return [...lines]
    .sort(([, a], [, b]) => size(b).comparedTo(size(a)))
    .slice(0, 6)
    .map(([name, line]) => ({ name, amount: line.amount.toFixed(), before: line.before.toFixed() }))
}

function topicOf(line: { name: string; amount: string; before: string }, { words }: BriefReading): BriefTopic[] {
  const before = new Decimal(line.before)
  if (line.name === '–' || before.lte(0) || new Decimal(line.amount).gte(before.times(halved))) return []
  const share = new Decimal(1).minus(new Decimal(line.amount).div(before)).toNumber()
  return [
    {
      weight: 70,
      text: { en: `Ask what became of ${line.name}`, 'zh-Hans': `了解 ${line.name} 下滑的原因` },
      reason: words(({ language, money, percent }) =>
        language === 'en'
          ? `${percent(share)} less than the year before: ${money(line.amount)} after ${money(line.before)}`
          : `比上年同期下降 ${percent(share)}：由 ${money(line.before)} 降至 ${money(line.amount)}`,
      ),
    },
  ]
}
