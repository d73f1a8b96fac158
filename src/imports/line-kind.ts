export type LineKind = 'sale' | 'return' | 'free'

const returned =
  /return|refund|credit|cancel|storno|gutschrift|retour|rucksendung|退|红字|红票|冲销|贷项|负数|avoir|devoluc|abono|nota de cr|reso/i
const free = /free|gratis|sample|赠|样品|免费|kostenlos|muster|gratuit|bonus|f\.?o\.?c/i
/** Codes of SAP and others: credit memo, returns, cancelled invoice. */
const returnCodes = new Set([
  'g2',
  're',
  's1',
  'cr',
  'cn',
  'rt',
  'ret',
  'rma',
  'r',
  'out_refund',
  'cm',
  'scn',
  'red',
  '红',
])
const freeCodes = new Set(['fd', 'tann', 'f', 'fg'])

/** What a word of the kind column says; null where it says nothing of returns or gifts. */
export function kindOfWord(word: string): LineKind | null {
  const text = word.trim()
  if (text === '') return null
  const code = text.toLowerCase()
  if (returnCodes.has(code) || returned.test(text)) return 'return'
  if (freeCodes.has(code) || free.test(text)) return 'free'
  return 'sale'
}
