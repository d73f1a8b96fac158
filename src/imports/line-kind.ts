export type LineKind = 'sale' | 'return' | 'free'

const returned =
  /return|refund|credit|cancel|storno|gutschrift|retour|rucksendung|退|红字|红票|冲销|贷项|负数|avoir|devoluc|abono|nota de cr|reso/i
const free = /free|gratis|sample|赠|样品|免费|kostenlos|muster|gratuit|bonus|\bf\.?o\.?c\b/i
/** Codes of credit notes and returns in common programs. */
const returnCodes = new Set(['g2', 'cr', 'cn', 'rt', 'ret', 'rma', 'out_refund', 'cm', 'scn', 'sc', '红'])
const freeCodes = new Set(['fd', 'tann', 'fg'])
/** In a column of SAP's billing types alone: elsewhere RE is a Rechnung. */
const billingReturns = new Set(['re', 's1', 's3', 'g2'])

/** What a word of the kind column says; null where it says nothing of returns or gifts. */
export function kindOfWord(word: string, isBillingType = false): LineKind | null {
  const text = word.trim()
  if (text === '') return null
  const code = text.toLowerCase()
  if (isBillingType && billingReturns.has(code)) return 'return'
  if (returnCodes.has(code) || returned.test(text)) return 'return'
  if (freeCodes.has(code) || free.test(text)) return 'free'
  return 'sale'
}
