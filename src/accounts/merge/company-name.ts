import * as OpenCC from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import {
  branchWords,
  chineseLegalForms,
  chineseRegions,
  chineseTrades,
  latinLegalForms,
  latinRegions,
  latinTrades,
} from './company-words.ts'

/** A company's name taken apart into what tells it from others and what does not. */
export type CompanyName = {
  /** What is left of the name without legal form, place and trade: 海天, or `haitian`. */
  core: string
  /** The core in Latin letters without spaces, Chinese by its sound, so that 海天 and Haitian meet. */
  sound: string
  script: 'han' | 'latin'
  /** Trades by one token each, in the order of the alphabet: 机械 and Machinery are both `machinery`. */
  trades: string[]
  /** Places named, by their sound: `ningbo`. */
  places: string[]
  /** A branch, office or store of somebody. */
  branch: boolean
}

const toSimplified = OpenCC.Converter({ from: 'tw', to: 'cn' })
const han = /\p{Script=Han}/u

/** Width, case, accents and traditional characters folded: `ＡＢＣ 機械` becomes `abc 机械`. */
export function foldText(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .normalize('NFC')
  return han.test(folded) ? toSimplified(folded) : folded
}

/** Sound without tones and spaces; text without Chinese characters is returned as its letters and digits. */
export function soundOf(text: string): string {
  const latin = han.test(text) ? pinyin(text, { toneType: 'none', type: 'array', v: true }).join('') : text
  return latin.replace(/[^\p{L}\p{N}]/gu, '')
}

const regionSounds: ReadonlyMap<string, string> = new Map(chineseRegions.map(region => [region, soundOf(region)]))
const latinPlaces = new Set([...regionSounds.values(), ...latinRegions])

/** Takes a name apart. A name made of nothing but form, place and trade keeps all of it as its core. */
export function readCompanyName(name: string): CompanyName {
  const folded = foldText(name)
  return han.test(folded) ? chineseName(folded) : latinName(folded)
}

function chineseName(folded: string): CompanyName {
  let rest = folded.replace(/[^\p{L}\p{N}]/gu, '')
  const whole = rest
  const branch = branchWords.some(word => rest.includes(word))
  for (const word of branchWords) rest = rest.replaceAll(word, '')
  for (const form of chineseLegalForms) rest = rest.replaceAll(form, '')
  const places: string[] = []
  for (const region of chineseRegions) {
    if (!rest.includes(region)) continue
    places.push(regionSounds.get(region)!)
    rest = rest.replaceAll(new RegExp(`${region}[省市]?`, 'g'), '')
  }
  const trades = new Set<string>()
  let core = rest
  for (const [word, token] of chineseTrades) {
    if (!core.includes(word)) continue
    trades.add(token)
    core = core.replaceAll(word, '')
  }
  if (core === '') core = rest === '' ? whole : rest
  return { core, sound: soundOf(core), script: 'han', trades: [...trades].sort(), places: places.sort(), branch }
}

function latinName(folded: string): CompanyName {
  const words = folded
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const places = words.filter(word => latinPlaces.has(word))
  const trades = new Set<string>()
  const core: string[] = []
  for (const word of words) {
    if (latinLegalForms.has(word) || latinPlaces.has(word)) continue
    const trade = latinTrades.get(word)
    if (trade) trades.add(trade)
    else core.push(word)
  }
  const kept = core.length > 0 ? core : words
  return {
    core: kept.join(' '),
    sound: kept.join(''),
    script: 'latin',
    trades: [...trades].sort(),
    places: places.sort(),
    branch: words.includes('branch') || words.includes('office'),
  }
}
