import type { SignalFormat } from '../../platform/signal.ts'
import type { Cut } from './within-means.ts'

/** Why a line is proposed, as kept with the line of the order; its kind tells it from reasons of others. */
export type LineReason = {
  kind: 'reasonable stock'
  coverWeeks: number | null
  /** Monday of the week in which the season begins, if one lies ahead. */
  seasonOn: string | null
  leadDays: number
  reviewDays: number
  service: number
  target: number
  position: number
  stockOutOn: string | null
  /** Contribution lost without it, base currency. */
  lost: string
  need: number
  rounded: { to: 'pack' | 'layer' | 'pallet'; quantity: number; saved: string; capital: string }
  filled: { quantity: number; unit: string } | null
  cut: Cut | null
}

/** The ISO week of a day, as the trade counts weeks: the week of the year's first Thursday is 1. */
export function weekNumber(day: string): number {
  const at = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * 86_400_000)
  const first = Date.UTC(thursday.getUTCFullYear(), 0, 1)
  return Math.floor((thursday.getTime() - first) / (7 * 86_400_000)) + 1
}

const pieces = (value: number): string => String(Math.round(value))
const weeks = (value: number): string => value.toFixed(1)

type Part = { en: string; 'zh-Hans': string }

/** One sentence: “cover 1.8 weeks, season begins in week 36, lead time 9 days; 38 to the target of 60, 40 in whole packs”. */
export function reasonSentence(reason: LineReason, { language, day }: Pick<SignalFormat, 'language' | 'day'>): string {
  const isOut = reason.coverWeeks === 0
  const why: Part[] = [
    reason.coverWeeks === null
      ? { en: 'cover beyond two years', 'zh-Hans': '库存够销两年以上' }
      : isOut
        ? { en: 'out of stock', 'zh-Hans': '已断货' }
        : { en: `cover ${weeks(reason.coverWeeks)} weeks`, 'zh-Hans': `库存够销 ${weeks(reason.coverWeeks)} 周` },
  ]
  if (reason.stockOutOn !== null && !isOut)
    why.push({ en: `gone on ${day(reason.stockOutOn)}`, 'zh-Hans': `${day(reason.stockOutOn)}断货` })
  if (reason.seasonOn !== null) {
    const week = weekNumber(reason.seasonOn)
    why.push({ en: `season begins in week ${week}`, 'zh-Hans': `旺季自第 ${week} 周开始` })
  }
  why.push({ en: `lead time ${reason.leadDays} days`, 'zh-Hans': `交期 ${reason.leadDays} 天` })
  const how: Part[] = [
    {
      en: `${pieces(reason.need)} to the target of ${pieces(reason.target)}`,
      'zh-Hans': `距目标库存 ${pieces(reason.target)} 还差 ${pieces(reason.need)}`,
    },
    roundedPart(reason.rounded),
  ]
  if (reason.filled)
    how.push({
      en: `${pieces(reason.filled.quantity)} more to fill the ${reason.filled.unit}`,
      'zh-Hans': `为装满${reason.filled.unit}另加 ${pieces(reason.filled.quantity)}`,
    })
  if (reason.cut) how.push(cutPart(reason.cut))
  const joined = (parts: Part[], mark: string) => parts.map(part => part[language]).join(mark)
  return language === 'en' ? `${joined(why, ', ')}; ${joined(how, ', ')}` : `${joined(why, '，')}；${joined(how, '，')}`
}

function roundedPart({ to, quantity }: LineReason['rounded']): Part {
  const named = { pack: ['packs', '包装'], layer: ['layers', '层'], pallet: ['pallets', '托'] }[to]
  return { en: `${pieces(quantity)} in whole ${named[0]}`, 'zh-Hans': `按整${named[1]}取 ${pieces(quantity)}` }
}

function cutPart({ from, to, by }: Cut): Part {
  const named = by === 'credit' ? ['credit limit', '信用额度'] : ['budget', '预算']
  return {
    en: `cut from ${pieces(from)} to ${pieces(to)} by the ${named[0]}`,
    'zh-Hans': `因${named[1]}由 ${pieces(from)} 减至 ${pieces(to)}`,
  }
}
