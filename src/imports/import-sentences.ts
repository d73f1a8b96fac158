import type { Language } from '../platform/language.ts'
import { fieldOf, kindWords } from './fields.ts'
import type { Counts, Progress } from './import-counts.ts'
import { type Question, questionSentence } from './question.ts'
import { reasonSentence } from './reasons.ts'
import type { Shape } from './shape.ts'

const delimiterNames: Record<string, Record<Language, string>> = {
  ',': { en: 'comma', 'zh-Hans': '逗号' },
  ';': { en: 'semicolon', 'zh-Hans': '分号' },
  '\t': { en: 'tab', 'zh-Hans': '制表符' },
  '|': { en: 'pipe', 'zh-Hans': '竖线' },
}

/** What was detected, a line each, as a terminal shows it. */
export function shapeLines(shape: Shape, language: Language): string[] {
  const zh = language === 'zh-Hans'
  const format = [
    shape.format.toUpperCase(),
    shape.gzip ? 'gzip' : null,
    shape.encoding === 'gb18030' ? 'GBK' : shape.encoding,
    shape.delimiter ? (delimiterNames[shape.delimiter]?.[language] ?? shape.delimiter) : null,
    shape.sheet,
  ]
  const columns = Object.entries(shape.columns).map(([field, at]) => {
    const words = fieldOf(shape.kind, field)?.words[language] ?? field
    return `  ${words}: ${shape.headers[at] || `#${at + 1}`}`
  })
  const order = {
    dmy: zh ? '日-月-年' : 'day-month-year',
    mdy: zh ? '月-日-年' : 'month-day-year',
    ymd: zh ? '年-月-日' : 'year-month-day',
  }
  return [
    `${kindWords[shape.kind][language]} (${format.filter(Boolean).join(', ')})`,
    ...columns,
    zh
      ? `  日期顺序：${order[shape.dayOrder]}；小数点：${shape.decimal === 'dot' ? '.' : ','}`
      : `  days: ${order[shape.dayOrder]}; decimal sign: ${shape.decimal === 'dot' ? '.' : ','}`,
  ]
}

/** The base currency that a file of several currencies has settled; the flag changes it before anything is imported. */
export function baseCurrencyLine(base: string, currencies: Readonly<Record<string, number>>, language: Language) {
  const others = Object.keys(currencies).filter(each => each !== base)
  return language === 'zh-Hans'
    ? `本位币定为 ${base}；${others.join('、')} 按已导入的汇率折算（如需更改：--base-currency）。`
    : `The base currency is ${base} from now on; ${others.join(', ')} is converted by imported rates (--base-currency says otherwise).`
}

/** A question with the flags that answer it. */
export function questionLines(question: Question, language: Language): string[] {
  const choices = question.choices.map(choice => `  ${choice.flag}${choice.example ? `   (${choice.example})` : ''}`)
  return [questionSentence(question, language), ...choices]
}

export function progressLine(progress: Progress, language: Language): string {
  const zh = language === 'zh-Hans'
  if (progress.step === 'waiting') return zh ? '等待另一个导入结束…' : 'waiting for another import…'
  const share = progress.totalBytes > 0 ? Math.floor((progress.bytes / progress.totalBytes) * 100) : 0
  const left =
    progress.secondsLeft === null ? '' : zh ? `，剩余 ${progress.secondsLeft} 秒` : `, ${progress.secondsLeft} s left`
  return `${share}%  ${progress.rows.toLocaleString('en')} ${zh ? '行' : 'rows'}  ${progress.rowsPerSecond.toLocaleString('en')}/s${left}`
}

export function outcomeLines(counts: Counts & { seconds: number }, dryRun: boolean, language: Language): string[] {
  const zh = language === 'zh-Hans'
  const n = (value: number) => value.toLocaleString('en')
  const reasons = Object.entries(counts.reasons)
    .toSorted(([, one], [, other]) => other - one)
    .map(([reason, rows]) => `  ${n(rows)}  ${reasonSentence(reason, language)} (${reason})`)
  const head = zh
    ? `共 ${n(counts.rows)} 行：新增 ${n(counts.added)}，替换 ${n(counts.replaced)}，未变 ${n(counts.unchanged)}，搁置 ${n(counts.setAside)}（${counts.seconds} 秒）`
    : `${n(counts.rows)} rows: ${n(counts.added)} added, ${n(counts.replaced)} replaced, ${n(counts.unchanged)} unchanged, ${n(counts.setAside)} set aside (${counts.seconds} s)`
  const flagged =
    counts.flagged === 0
      ? []
      : [
          zh
            ? `  ${n(counts.flagged)} 行数值互相矛盾，已按给定值记入并标记`
            : `  ${n(counts.flagged)} lines contradict themselves: kept with the given values and flagged`,
        ]
  const dry = dryRun ? [zh ? '试运行：未保留任何数据。' : 'Dry run: nothing was kept.'] : []
  return [head, ...flagged, ...reasons, ...dry]
}
