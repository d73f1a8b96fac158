import { z } from 'zod'
import type { Language } from '../platform/language.ts'
import { fieldOf, type ImportKind, kindWords } from './fields.ts'

/**
 * What a file leaves open. `choices` hold what may be answered, with the flag of the command line that says it;
 * `field` is the field it is about, `examples` are cells that show the doubt.
 */
export const questionSchema = z.object({
  code: z.enum([
    'kind',
    'encoding',
    'sheet',
    'date_order',
    'decimal',
    'column_missing',
    'column_ambiguous',
    'column_unknown',
    'discount',
    'base_currency',
  ]),
  kind: z.string().nullable(),
  field: z.string().nullable(),
  examples: z.array(z.string()),
  choices: z.array(z.object({ value: z.string(), flag: z.string(), example: z.string().nullable() })),
})

export type Question = z.infer<typeof questionSchema>

function fieldWords(question: Question, language: Language): string {
  const field = question.kind && question.field ? fieldOf(question.kind as ImportKind, question.field) : undefined
  return field?.words[language] ?? question.field ?? ''
}

/** The question in words. */
export function questionSentence(question: Question, language: Language): string {
  const examples = question.examples.slice(0, 3).join(' · ')
  const field = fieldWords(question, language)
  const kind = question.kind ? (kindWords[question.kind as ImportKind]?.[language] ?? question.kind) : ''
  return sentences[question.code][language]({ examples, field, kind })
}

type Values = { examples: string; field: string; kind: string }

const sentences: Record<Question['code'], Record<Language, (values: Values) => string>> = {
  kind: {
    en: () => 'What does this file hold? Its columns do not say.',
    'zh-Hans': () => '这个文件是什么数据？从列名看不出来。',
  },
  encoding: {
    en: v => `In which encoding was the file written? Both readings are possible: ${v.examples}`,
    'zh-Hans': v => `文件用什么编码保存？两种读法都有可能：${v.examples}`,
  },
  sheet: {
    en: () => 'Several sheets fit equally well. Which one is to be imported?',
    'zh-Hans': () => '多个工作表同样符合，要导入哪一个？',
  },
  date_order: {
    en: v =>
      `Which comes first in the ${v.field}, the day or the month? The whole column can be read either way: ${v.examples}`,
    'zh-Hans': v => `${v.field}中日和月哪个在前？整列两种读法都说得通：${v.examples}`,
  },
  decimal: {
    en: v =>
      `Is the sign in ${v.examples} a decimal sign or does it group thousands (${v.field})? The whole file can be read either way.`,
    'zh-Hans': v => `${v.examples} 中的符号是小数点还是千位分隔符（${v.field}）？整个文件两种读法都说得通。`,
  },
  column_missing: {
    en: v => `Which column holds the ${v.field}? None of the headers says so, and ${v.kind} need it.`,
    'zh-Hans': v => `哪一列是${v.field}？表头里没有认出来，而${v.kind}必须有它。`,
  },
  column_ambiguous: {
    en: v => `Which column holds the ${v.field}? These fit equally well: ${v.examples}`,
    'zh-Hans': v => `哪一列是${v.field}？以下各列同样符合：${v.examples}`,
  },
  column_unknown: {
    en: v => `There is no column “${v.examples}” in the file. Which one holds the ${v.field}?`,
    'zh-Hans': v => `文件中没有“${v.examples}”这一列。哪一列是${v.field}？`,
  },
  discount: {
    en: v => `What does the discount mean (${v.examples}): a share, per cent or an amount?`,
    'zh-Hans': v => `折扣（${v.examples}）是比例、百分比还是金额？`,
  },
  base_currency: {
    en: v => `In which currency does the company keep its figures? The file has ${v.examples}, and none is set yet.`,
    'zh-Hans': v => `公司以哪种货币记账？文件中有 ${v.examples}，而系统尚未设置本位币。`,
  },
}
