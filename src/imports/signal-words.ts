import type { Language } from '../platform/language.ts'
import type { SignalFormat } from '../platform/signal.ts'

type Values = Record<string, string | number | null>

const titles = {
  old: ['Figures are missing', '数据未到'],
  failed: ['Import failed', '导入失败'],
  asking: ['Import waits for an answer', '导入待确认'],
  'set aside': ['Rows set aside', '有搁置的行'],
} as const

const steps = {
  sources: ['Look at the imports', '查看导入'],
  open: ['Open the import', '打开导入'],
  answer: ['Answer its questions', '回答问题'],
  settle: ['Settle the rows', '处理搁置行'],
  again: ['Bring a file in', '导入文件'],
} as const

const pick = (words: readonly [string, string], language: Language): string => words[language === 'en' ? 0 : 1]

export type ImportSignal = keyof typeof titles

export const importSignalTitle = (what: ImportSignal, language: Language): string => pick(titles[what], language)
export const importStep = (step: keyof typeof steps, language: Language): string => pick(steps[step], language)

export function importSignalReason(what: ImportSignal, values: Values, { language, day }: SignalFormat): string {
  const chinese = language === 'zh-Hans'
  const when = day(String(values.day))
  switch (what) {
    case 'old': {
      const every = Number(values.everyDays)
      return chinese
        ? `来源 ${values.source} 平时每 ${every} 个工作日到一次，最近一次是 ${when}，之后的销售尚未反映在任何数字中`
        : `${values.source} usually arrives every ${every === 1 ? 'working day' : `${every} working days`}, last on ${when}: what was sold since is in no figure yet`
    }
    case 'failed':
      return chinese
        ? `${when}导入的 ${values.file}（来源 ${values.source}）未成功，其数据不在台账中`
        : `${values.file} of ${values.source} failed on ${when}; nothing of it is in the ledger`
    case 'asking':
      return chinese
        ? `${values.file}（来源 ${values.source}）自 ${when} 起等待确认，数据尚未入账`
        : `${values.file} of ${values.source} has waited since ${when} and is not in the ledger yet`
    case 'set aside':
      return chinese
        ? `${values.file}（${when}）的 ${values.rows} 行中有 ${values.setAside} 行被搁置，不在台账中`
        : `${values.setAside} of the ${values.rows} rows of ${values.file} of ${when} were set aside and are not in the ledger`
  }
}
