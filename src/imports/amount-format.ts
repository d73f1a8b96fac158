import { currencyOfSign } from './currency.ts'

export type DecimalSign = '.' | ','

/** Cells that say "nothing": a dash, a database's null, a spreadsheet's error. */
const nothing = new Set([
  '',
  '-',
  '–',
  '—',
  '--',
  '---',
  '/',
  '\\n',
  'n/a',
  '#n/a',
  'na',
  '#na',
  'n.a.',
  'n. a.',
  'k.a.',
  'k. a.',
  'null',
  '(null)',
  '<null>',
  'none',
  'nil',
  'nan',
  '(blank)',
  '#value!',
  '#ref!',
  '#div/0!',
  '#name?',
  '#null!',
  'undefined',
  '无',
  '空',
  '(空白)',
  'unknown',
  '?',
  '.',
])

export function isNothing(cell: string): boolean {
  if (cell.length > 11) return false
  return cell === '' || nothing.has(cell.trim().toLowerCase())
}

export type AmountParts = {
  negative: boolean
  /** Digits and the signs . and , alone; other thousands separators are gone. */
  digits: string
  /** ISO code, where a sign or code stood beside the digits. */
  currency: string | null
  percent: boolean
}

const digitsOnly = /^[\d.,]*\d[\d.,]*$/
const spaces = /[\s\u00a0\u2007\u2009\u202f'’`´_]/g
const scientific = /^(\d+(?:[.,]\d+)?)e([+-]?\d{1,3})$/i

/** Takes an amount's text apart; null where it holds no number. */
export function takeApart(cell: string): AmountParts | null {
  let text = cell.normalize('NFKC').trim()
  let negative = false
  let percent = false
  let currency: string | null = null
  text = text.replace(/[−‐‑–—﹣－]/g, '-')
  // A dash for the cents: 5.- is five.
  text = text.replace(/(\d[.,])--?(?=\s*\D*$)/, '$1')
  const brackets = /^([^\d()]*)\(\s*(.*?)\s*\)([^\d()]*)$/.exec(text)
  if (brackets) {
    negative = true
    text = `${brackets[1]}${brackets[2]}${brackets[3]}`
  }
  if (/%\s*$/.test(text)) {
    percent = true
    text = text.replace(/%\s*$/, '')
  }
  const around =
    /^([^\d.,]*)([.,]?\d(?:[\d.,\s\u00a0\u2007\u2009\u202f'’`´_]*[\d.,])?(?:e[+-]?\d{1,3})?)([^\d]*)$/i.exec(text)
  if (!around) return null
  for (const side of [around[1]!, around[3]!]) {
    let word = side.replace(/[\s\u00a0\u202f]+/g, '')
    if (word.includes('-')) {
      if (word.indexOf('-') !== word.lastIndexOf('-') || negative) return null
      negative = true
      word = word.replace('-', '')
    }
    word = word.replace(/^\+|\+$/g, '')
    if (/^cr\.?$/i.test(word)) {
      negative = true
      continue
    }
    if (!word || /^dr\.?$/i.test(word)) continue
    const found = currencyOfSign(word)
    if (!found || (currency && currency !== found)) return null
    currency = found
  }
  let digits = around[2]!
  const power = scientific.exec(digits.replace(spaces, ''))
  if (power) digits = expand(power[1]!.replace(',', '.'), Number(power[2]))
  if (/[\s\u00a0\u2007\u2009\u202f'’`´_]/.test(digits)) {
    // Spaces and apostrophes group thousands; anything else in between is two numbers, not one.
    if (!/^\d{1,3}(?:[\s\u00a0\u2007\u2009\u202f'’`´_]\d{2,4})*(?:[.,]\d*)?$/.test(digits)) return null
    digits = digits.replace(spaces, '')
  }
  return digitsOnly.test(digits) ? { negative, digits, currency, percent } : null
}

/** Plain decimal text of a number written with a power of ten. */
export function expand(mantissa: string, power: number): string {
  const [whole, fraction = ''] = mantissa.split('.') as [string, string?]
  const digits = whole + fraction
  const point = whole.length + power
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return digits + '0'.repeat(point - digits.length)
  return `${digits.slice(0, point)}.${digits.slice(point)}`
}

/** What digits say about the decimal sign: sure of one, possible as either, or nothing. */
export function decimalEvidence(digits: string): DecimalSign | 'either' | 'none' {
  const comma = digits.lastIndexOf(',')
  const dot = digits.lastIndexOf('.')
  if (comma < 0 && dot < 0) return 'none'
  if (comma >= 0 && dot >= 0) return fitting(digits, comma > dot ? ',' : '.')
  const sign: DecimalSign = comma >= 0 ? ',' : '.'
  const other: DecimalSign = sign === ',' ? '.' : ','
  const first = digits.indexOf(sign)
  const last = Math.max(comma, dot)
  if (first !== last) return fitting(digits, other)
  const grouped = digits.length - last - 1 === 3 && last >= 1 && last <= 3 && digits[0] !== '0'
  return grouped ? 'either' : sign
}

/** Digits that fit no sign (1.2.3) say nothing. */
function fitting(digits: string, sign: DecimalSign): DecimalSign | 'none' {
  return plainDigits(digits, sign) === null ? 'none' : sign
}

const grouping: Record<DecimalSign, RegExp> = {
  // Groups of three, in India of two before the last.
  '.': /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?$/,
  ',': /^\d{1,3}(?:\.\d{2,3})*\.\d{3}(?:,\d*)?$/,
}
const plain: Record<DecimalSign, RegExp> = { '.': /^\d*(?:\.\d*)?$/, ',': /^\d*(?:,\d*)?$/ }

/** Digits as plain decimal text under a decimal sign; null where they do not fit it. */
export function plainDigits(digits: string, decimal: DecimalSign): string | null {
  let text = digits
  if (!plain[decimal].test(text)) {
    if (!grouping[decimal].test(text)) return null
    text = text.replaceAll(decimal === '.' ? ',' : '.', '')
  }
  if (decimal === ',') text = text.replace(',', '.')
  if (text.startsWith('.')) text = `0${text}`
  return text.endsWith('.') ? text.slice(0, -1) : text
}

export type Amount = { value: string; currency: string | null; percent: boolean }

/** An amount as exact decimal text ("-1234.50"); null where the cell holds none. */
export function readAmount(cell: string, decimal: DecimalSign): Amount | null {
  const parts = takeApart(cell)
  if (!parts) return null
  const digits = plainDigits(parts.digits, decimal)
  if (digits === null || digits.length > 40) return null
  return {
    value: parts.negative && /[1-9]/.test(digits) ? `-${digits}` : digits,
    currency: parts.currency,
    percent: parts.percent,
  }
}

const unit = /^(.*\d)\s*(\p{L}{1,10}\.?|[²³]|\p{L}\d)$/u

/** A quantity: as an amount, and a unit may follow ("12 pcs", "5 件", "3 ST"). */
export function readQuantity(cell: string, decimal: DecimalSign): string | null {
  const amount = readAmount(cell, decimal)
  if (amount) return amount.percent ? null : amount.value
  const measured = unit.exec(cell.trim())
  if (!measured) return null
  const bare = readAmount(measured[1]!, decimal)
  return bare && !bare.percent ? bare.value : null
}

/** Plain machine-written text needs no taking apart: most cells of most files. */
export const plainAmount = /^-?\d{1,15}(?:\.\d{1,12})?$/
