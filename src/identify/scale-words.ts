import type { Language } from '../platform/language.ts'
import { measureFigure } from './measure-words.ts'
import { type MeasureKey, measures } from './measures.ts'
import type { Scale } from './policy.ts'

const kinds: Readonly<Record<Scale['kind'], readonly [string, string]>> = {
  percentile: ['Percentile', '百分位'],
  bands: ['Bands', '分档'],
  linear: ['Linear', '线性'],
  logarithmic: ['Logarithmic', '对数'],
}

const meanings: Readonly<Record<Scale['kind'], readonly [string, string]>> = {
  percentile: [
    'The share of the other accounts that are worse: half way up the field scores 50',
    '得分为不如它的客户所占比例：居中者得 50 分',
  ],
  bands: ['The score of the best band whose bound is reached', '达到哪一档，就得那一档的分'],
  linear: ['From 0 at the first bound straight up to 100 at the second', '由下限 0 分直线上升到上限 100 分'],
  logarithmic: [
    'Like linear on the logarithm: each doubling brings the same, which suits amounts that differ a thousandfold',
    '按对数上升：每翻一倍加分相同，适合相差悬殊的金额',
  ],
}

const pick = (words: readonly [string, string], language: Language): string => words[language === 'en' ? 0 : 1]
export const scaleKindName = (kind: Scale['kind'], language: Language): string => pick(kinds[kind], language)
export const scaleMeaning = (kind: Scale['kind'], language: Language): string => pick(meanings[kind], language)

/** “linear from 0 months to 12 months”, “4 bands from 12 months to 60 months”. */
export function scaleWords(scale: Scale, measure: MeasureKey, language: Language): string {
  const figure = (value: number) => measureFigure(measures[measure], plain(value), language)
  const chinese = language === 'zh-Hans'
  switch (scale.kind) {
    case 'percentile':
      return chinese ? '百分位' : 'percentile'
    case 'bands': {
      const first = figure(scale.bands[0]!.bound)
      const last = figure(scale.bands.at(-1)!.bound)
      if (scale.bands.length === 1) return chinese ? `1 档：${first}` : `one band at ${first}`
      return chinese
        ? `${scale.bands.length} 档：${first} 至 ${last}`
        : `${scale.bands.length} bands from ${first} to ${last}`
    }
    case 'linear':
      return chinese
        ? `线性：${figure(scale.from)} 至 ${figure(scale.to)}`
        : `linear from ${figure(scale.from)} to ${figure(scale.to)}`
    case 'logarithmic':
      return chinese
        ? `对数：${figure(scale.from)} 至 ${figure(scale.to)}`
        : `logarithmic from ${figure(scale.from)} to ${figure(scale.to)}`
  }
}

/** A bound as plain digits: a float of a policy carries at most 6 that mean something, and no exponent. */
const plain = (value: number): string =>
  value
    .toFixed(6)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
