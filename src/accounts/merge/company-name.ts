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
  /** What the Latin part says, of a name written in both scripts. */
  latin?: CompanyName
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
const anyOf = (words: readonly string[], more = '') => new RegExp(`(${words.join('|')})${more}`, 'gu')
const branchPattern = anyOf(branchWords)
const legalPattern = anyOf(chineseLegalForms)
const regionPattern = anyOf(chineseRegions, '[省市]?')
const tradePattern = anyOf(chineseTrades.map(([word]) => word))
const tradeTokens = new Map(chineseTrades)
const latinPlaces = new Set([...regionSounds.values(), ...latinRegions])

/** Takes a name apart. A name made of nothing but form, place and trade keeps all of it as its core. */
export function readCompanyName(name: string): CompanyName {
  const folded = foldText(name)
  if (!han.test(folded)) return latinName(folded)
  const whole = folded.replace(/[^\p{L}\p{N}]/gu, '')
  return bothScripts(folded) ?? chineseName(whole)
}

/**
 * A name written in both scripts ("Hanchuan Automation 瀚川自动化设备") is two names; null where the Chinese part is
 * nothing without the Latin one ("TCL集团").
 */
function bothScripts(folded: string): CompanyName | null {
  if (!/\p{Script=Latin}{3}/u.test(folded)) return null
  const chinese = folded.replace(/[^\p{Script=Han}\p{N}]/gu, '')
  const distinct = distinctPart(chinese)
  if ([...distinct].length < 2) return null
  return { ...chineseName(chinese), latin: latinName(folded.replace(/\p{Script=Han}+/gu, ' ')) }
}

const distinctPart = (chinese: string): string =>
  [branchPattern, legalPattern, regionPattern, tradePattern].reduce(
    (rest, pattern) => rest.replace(pattern, ''),
    chinese,
  )

function chineseName(whole: string): CompanyName {
  const named = whole.replace(branchPattern, '')
  const places = new Set<string>()
  const rest = named.replace(legalPattern, '').replace(regionPattern, (_, region: string) => {
    places.add(regionSounds.get(region)!)
    return ''
  })
  const trades = new Set<string>()
  const left = rest.replace(tradePattern, word => {
    trades.add(tradeTokens.get(word)!)
    return ''
  })
  const core = left || rest || whole
  return {
    core,
    sound: soundOf(core),
    script: 'han',
    trades: [...trades].sort(),
    places: [...places].sort(),
    branch: named !== whole,
  }
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
