import type { Language } from '../../platform/language.ts'
import type { PlanReason } from '../calendar/plan-reason.ts'
import { planReason } from '../calendar/plan-words.ts'
import type { Keeping } from './kept-rate.ts'
import { readRule } from './recurrence.ts'
import type { CancelledBy, MovedBy, Visit } from './visit.ts'
import type { HolidayRule } from './working-days.ts'

const english = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const chinese = '一二三四五六日'
const nths: Record<number, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' }

/** ISO: 1 is Monday. */
export const weekdayName = (weekday: number, language: Language): string =>
  language === 'en' ? english[weekday - 1]! : `星期${chinese[weekday - 1]}`

export const nthName = (nth: number, language: Language): string =>
  language === 'en' ? nths[nth]! : nth === -1 ? '最后一个' : `第${chinese[nth - 1]}个`

/** 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' → "every 2 weeks on Tuesday", "每 2 周的星期二". */
export function ruleWords(text: string, language: Language): string {
  const rule = readRule(text)
  if (!rule) return text
  const day = weekdayName(rule.weekday, language)
  const { interval } = rule
  if (language === 'en') {
    if (rule.every === 'week') return interval === 1 ? `every ${day}` : `every ${interval} weeks on ${day}`
    const months = interval === 1 ? 'every month' : `every ${interval} months`
    return `on the ${nthName(rule.nth, language)} ${day} of ${months}`
  }
  if (rule.every === 'week') return interval === 1 ? `每周${day.slice(2)}` : `每 ${interval} 周的${day}`
  return `${interval === 1 ? '每月' : `每 ${interval} 个月`}${nthName(rule.nth, language)}${day}`
}

const words: Record<string, readonly [string, string]> = {
  planned: ['Planned', '已安排'],
  held: ['Held', '已完成'],
  cancelled: ['Called off', '已取消'],
  missed: ['Missed', '未成行'],
}
export const stateName = (state: Visit['state'], language: Language): string => words[state]![language === 'en' ? 0 : 1]

const keepings: Record<Keeping, readonly [string, string]> = {
  kept: ['Kept', '守约'],
  late: ['Held, not as promised', '已拜访但未按约'],
  broken: ['Broken', '失约'],
  excused: ['Excused', '不计'],
  unreported: ['Not reported', '未报告'],
  ahead: ['Ahead', '待拜访'],
}
export const keepingName = (keeping: Keeping, language: Language): string =>
  keepings[keeping][language === 'en' ? 0 : 1]

const whose: Record<MovedBy | CancelledBy, readonly [string, string]> = {
  ours: ['by us', '我方'],
  theirs: ['at their wish', '应客户要求'],
  holiday: ['holiday', '节假日'],
  plan: ['by the month plan', '月度计划'],
  cadence: ['the cadence changed', '节奏已变更'],
}
export const whoseWords = (by: MovedBy | CancelledBy, language: Language): string =>
  whose[by][language === 'en' ? 0 : 1]

/** What happened to a visit beside its state, in one line; null: nothing. */
export function whatHappened(
  visit: Pick<Visit, 'state' | 'movedBy' | 'moveReason' | 'cancelledBy' | 'cancelReason'>,
  language: Language,
): string | null {
  const [moved, off] = language === 'en' ? ['Moved', 'Called off'] : ['改期', '取消']
  const line = (act: string, by: MovedBy | CancelledBy, reason: string | null) =>
    [
      language === 'en'
        ? `${act} ${by === 'holiday' ? 'for a ' : ''}${whoseWords(by, language)}`
        : `${act}（${whoseWords(by, language)}）`,
      reason,
    ]
      .filter(Boolean)
      .join(language === 'en' ? ': ' : '：')
  if (visit.cancelledBy) return line(off!, visit.cancelledBy, visit.cancelReason)
  if (visit.state === 'missed' && visit.cancelReason) return visit.cancelReason
  if (!visit.movedBy) return null
  // A plan keeps the code of its reason, so that it reads in either language.
  const reason = visit.movedBy === 'plan' ? planReason(visit.moveReason as PlanReason, language) : visit.moveReason
  return line(moved!, visit.movedBy, reason)
}

const holidayRules: Record<HolidayRule, readonly [string, string]> = {
  next: ['Move to the next working day', '顺延至下一工作日'],
  previous: ['Move to the working day before', '提前至前一工作日'],
  skip: ['Skip it', '跳过'],
}
export const holidayRuleName = (rule: HolidayRule, language: Language): string =>
  holidayRules[rule][language === 'en' ? 0 : 1]
