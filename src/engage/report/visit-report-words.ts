import type { Language } from '../../platform/language.ts'
import type { PromiseSide, PromiseState } from './promise.ts'
import type { OpinionSubject, OpinionTone } from './visit-report.ts'

type Pair = readonly [string, string]

const subjects: Readonly<Record<OpinionSubject, Pair>> = {
  price: ['Price', '价格'],
  delivery: ['Delivery', '交货'],
  quality: ['Quality', '质量'],
  range: ['Range', '产品线'],
  service: ['Service', '服务'],
  terms: ['Terms of payment', '付款条件'],
  people: ['Our people', '我方人员'],
  other: ['Something else', '其他'],
}

const tones: Readonly<Record<OpinionTone, Pair>> = {
  positive: ['Good', '好评'],
  neutral: ['Neither', '中性'],
  negative: ['Bad', '差评'],
}

const sides: Readonly<Record<PromiseSide, Pair>> = {
  ours: ['Ours', '我方'],
  theirs: ['Theirs', '对方'],
}

const states: Readonly<Record<PromiseState, Pair>> = {
  open: ['Open', '未兑现'],
  kept: ['Kept', '已兑现'],
  broken: ['Broken', '已失信'],
  withdrawn: ['Withdrawn', '已撤回'],
}

const pick = (words: Pair, language: Language): string => words[language === 'en' ? 0 : 1]

export const subjectName = (subject: OpinionSubject, language: Language): string => pick(subjects[subject], language)
export const toneName = (tone: OpinionTone, language: Language): string => pick(tones[tone], language)
export const sideName = (side: PromiseSide, language: Language): string => pick(sides[side], language)
export const promiseStateName = (state: PromiseState, language: Language): string => pick(states[state], language)
