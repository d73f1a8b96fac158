import type { Language } from '../../platform/language.ts'
import type { NotKept } from '../visits/month-plan.ts'
import type { PlanReason } from './plan-reason.ts'

const reasons: Record<PlanReason, readonly [string, string]> = {
  'none planned': ['No visit in this stretch', '此期间尚无拜访'],
  overlaps: ['Two at the same hour', '时间冲突'],
  away: ['You are away that day', '当日不在岗'],
  'day full': ['Too many on that day', '当日拜访过多'],
  closed: ['A public holiday', '法定节假日'],
}
export const planReason = (reason: PlanReason, language: Language): string => reasons[reason][language === 'en' ? 0 : 1]

const whys: Record<NotKept['why'], readonly [string, string]> = {
  'no working day': ['Cannot be kept: no day on which both work', '无法履约：没有双方都上班的日子'],
  'days full': ['Cannot be kept: every day has its full number of visits', '无法履约：每天拜访数已满'],
  'no free hour': ['Cannot be kept: no free hour is long enough', '无法履约：没有足够长的空档'],
}
export const whyNotKept = (why: NotKept['why'], language: Language): string => whys[why][language === 'en' ? 0 : 1]
