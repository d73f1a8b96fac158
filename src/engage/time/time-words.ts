import type { Language } from '../../platform/language.ts'
import type { TimeCategory } from './working-time.ts'

const names: Record<TimeCategory, readonly [string, string]> = {
  visit: ['Visits', '拜访'],
  travel: ['Travel', '路途'],
  call: ['Calls and messages', '电话与消息'],
  preparation: ['Preparation', '准备工作'],
  meeting: ['Meetings', '会议'],
  administration: ['Administration', '行政事务'],
  training: ['Training', '学习培训'],
  prospecting: ['Prospecting', '开发新客户'],
  other: ['Other work', '其他工作'],
  leave: ['Leave', '休假'],
}

export const timeCategoryName = (category: TimeCategory, language: Language): string =>
  names[category][language === 'en' ? 0 : 1]
