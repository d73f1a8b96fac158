import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'

/**
 * The part of RFC 5545 that a fixed visit needs: every n weeks on one weekday, or every n months on its nth (1 to 4) or
 * last (−1) such weekday. A fifth weekday is not offered: seven months of twelve have none.
 */
export type Recurrence =
  | { every: 'week'; interval: number; weekday: Weekday }
  | { every: 'month'; interval: number; weekday: Weekday; nth: 1 | 2 | 3 | 4 | -1 }

/** ISO: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const pattern = /^FREQ=(WEEKLY|MONTHLY);INTERVAL=([1-9]\d?);BYDAY=(-1|[1-4])?(MO|TU|WE|TH|FR|SA|SU)$/

/** The rule as it is kept and sent: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'. */
export function ruleText(rule: Recurrence): string {
  const day = weekdayCodes[rule.weekday - 1]
  return rule.every === 'week'
    ? `FREQ=WEEKLY;INTERVAL=${rule.interval};BYDAY=${day}`
    : `FREQ=MONTHLY;INTERVAL=${rule.interval};BYDAY=${rule.nth}${day}`
}

/** Null where the text is not of this part of RFC 5545. */
export function readRule(text: string): Recurrence | null {
  const [, frequency, interval, nth, day] = text.match(pattern) ?? []
  if (!frequency || (frequency === 'MONTHLY') !== (nth !== undefined)) return null
  const weekday = (weekdayCodes.indexOf(day as 'MO') + 1) as Weekday
  if (frequency === 'WEEKLY') return { every: 'week', interval: Number(interval), weekday }
  return { every: 'month', interval: Number(interval), weekday, nth: Number(nth) as 1 }
}

/** Days between two visits on average: what a default by tier is compared with. */
export function daysBetweenVisits(rule: Pick<Recurrence, 'every' | 'interval'>): number {
  return rule.interval * (rule.every === 'week' ? 7 : 365.25 / 12)
}

/**
 * The days that the rule gives from `from` to `to`, both inside, none before `startsOn`. Weeks begin on Monday and are
 * counted from the week of `startsOn`, months from its month, so that an interval never depends on where one looks.
 */
export function occurrenceDays(rule: Recurrence, startsOn: string, from: string, to: string): string[] {
  const first = from > startsOn ? from : startsOn
  if (to < first) return []
  const series = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${startsOn.replaceAll('-', '')}T000000\nRRULE:${ruleText(rule)};WKST=MO`,
    temporal: Temporal as never,
  })
  const days = series.between(new Date(`${first}T00:00:00Z`), new Date(`${to}T00:00:00Z`), true)
  return days.map(day => String(day).slice(0, 10))
}
