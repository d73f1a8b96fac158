import { inLanguage, type Language } from '../../platform/language.ts'
import type { RefusalWords } from '../../platform/refusal-words.ts'
import type { SignalKind } from '../../platform/signal.ts'
import type { TaskKind, TaskState } from './season.ts'

type Words = Record<Language, string>

const kinds: Record<TaskKind, Words> = {
  build: { en: 'Build ahead', 'zh-Hans': '提前生产' },
  position: { en: 'Place at the account', 'zh-Hans': '前置备货' },
  book: { en: 'Book transport', 'zh-Hans': '订舱订车' },
}
export const taskKindName = (kind: TaskKind, language: Language) => kinds[kind][language]

const states: Record<TaskState, Words> = {
  open: { en: 'Open', 'zh-Hans': '待办' },
  doing: { en: 'Under way', 'zh-Hans': '进行中' },
  done: { en: 'Done', 'zh-Hans': '已完成' },
  dropped: { en: 'Dropped', 'zh-Hans': '已放弃' },
}
export const taskStateName = (state: TaskState, language: Language) => states[state][language]

/** Units that the plan says; loads have names of their own. */
export const unitName = (unit: string, language: Language): string =>
  unit === 'pieces' && language === 'zh-Hans' ? '件' : unit

export const dueTaskWords: SignalKind = {
  title: inLanguage('Season task due', '备货任务到期'),
  reason: ({ values, due, value }, { language, money, day }) => {
    const what = `${taskKindName(values.kind as TaskKind, language)}: ${values.what}`
    const quantity = `${values.quantity} ${unitName(String(values.unit), language)}`
    if (language === 'zh-Hans') {
      return `“${values.season}”：${what.replace(': ', '：')}，${quantity}，最迟 ${day(due!)}${value ? `，关系到 ${money(value)}` : ''}`
    }
    return `“${values.season}”: ${what}, ${quantity}, by ${day(due!)} at the latest${value ? `; ${money(value)} hang on it` : ''}`
  },
  actions: ({ values }, language) => [
    {
      label: inLanguage('Open the board', '打开看板')(language),
      path: `/supply/season?season=${values.seasonId}&task=${values.task}`,
    },
  ],
  weighing: { leadDays: 10 },
}

export const seasonRefusals: RefusalWords = {
  season_not_found: { en: () => 'There is no such season.', 'zh-Hans': () => '没有这个备货季。' },
  season_weeks_invalid: {
    en: () => 'The last week of a season lies after its first, and not before this week.',
    'zh-Hans': () => '备货季的末周应晚于首周，且不早于本周。',
  },
  season_closed: {
    en: v => `The season ${v.name ? `“${v.name}” ` : ''}is closed. Open it again to change it.`,
    'zh-Hans': () => '该备货季已结束。如需修改，请重新开启。',
  },
  season_open_already: { en: () => 'The season is open.', 'zh-Hans': () => '该备货季尚未结束。' },
  season_changed_meanwhile: {
    en: () => 'Somebody has planned or closed this season since you opened it. Look at it again.',
    'zh-Hans': () => '您打开之后，该备货季已被重新规划或结束，请重新查看。',
  },
  season_task_not_found: {
    en: () => 'There is no such task; the season may have been planned again.',
    'zh-Hans': () => '没有这项任务；备货季可能已重新规划。',
  },
  season_task_changed_meanwhile: {
    en: () => 'Somebody has changed this task since you opened it. Look at it again.',
    'zh-Hans': () => '您打开之后，该任务已被修改，请重新查看。',
  },
  season_task_not_yours: {
    en: () => 'This task is somebody else’s, and so is its account.',
    'zh-Hans': () => '该任务及其客户由他人负责。',
  },
  season_owner_unknown: {
    en: () => 'Choose somebody who works here.',
    'zh-Hans': () => '请选择在职人员。',
  },
}
