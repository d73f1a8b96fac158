/** The order in which a day's numbers are written where the text alone does not say. */
export const dayOrders = ['dmy', 'mdy', 'ymd'] as const

export type DayOrder = (typeof dayOrders)[number]

const months: Record<string, number> = {}
for (const [index, spellings] of [
  'january jan januar janvier enero ene gennaio gen januari janv',
  'february feb februar fevrier febrero febbraio februari fev fevr',
  'march mar marz maerz mrz mars marzo maart mrt',
  'april apr avril abril aprile avr abr',
  'may mai mayo maggio mei mag maj',
  'june jun juni juin junio giugno giu',
  'july jul juli juillet julio luglio lug juil',
  'august aug aout agosto augustus ago augusti',
  'september sep sept septembre septiembre settembre set',
  'october oct oktober okt octobre octubre ottobre ott',
  'november nov novembre noviembre',
  'december dec dezember dez decembre diciembre dic',
].entries()) {
  for (const spelling of spellings.split(' ')) months[spelling] = index + 1
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const earliestYear = 1950
const latestYear = 2099

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

/** 'YYYY-MM-DD', or null where the calendar has no such day or the year is not one of business. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < earliestYear || year > latestYear || month < 1 || month > 12 || day < 1) return null
  if (day > lengths[month - 1]!) return null
  if (month === 2 && day === 29 && (year % 4 !== 0 || (year % 100 === 0 && year % 400 !== 0))) return null
  return `${year}-${two(month)}-${two(day)}`
}

/** Two digits are this century up to 69, the last one from 70 (the rule of POSIX). */
function fullYear(digits: string): number {
  const number = Number(digits)
  return digits.length > 2 ? number : number < 70 ? 2000 + number : 1900 + number
}

/** A spreadsheet's count of days (1 = 1900-01-01, with its false leap day of 1900), or the Mac's from 1904. */
export function dayOfSerial(serial: number, from1904 = false): string | null {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0)
  if (days < 1 || days > 73050) return null
  const date = new Date(Date.UTC(1899, 11, 30) + days * 86_400_000)
  return dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

// A time of day may follow: "T08:26", " 8:26:00.000 AM +02:00", " 上午 8:26". The day is taken as it is written.
const timePart =
  /(?:[T\s]\s*|(?<=[日\d])\s*)(?:上午|下午|am|pm)?\s*\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?\s*(?:[ap]\.?\s?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?\s*(?:\[[^\]]*\])?$/i
const weekday = /^[\p{L}]{2,12}\.?,\s*(?=\d|\p{L})/u
const numeric = /^(\d{1,4})\s*([-/.\s])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?$/
const chinese = /^(\d{2,4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?$/
const compact = /^\d{8}$/
const dayNamed =
  /^(\d{1,2})(?:st|nd|rd|th|\.|º)?[\s\-/.]*(?:de\s+)?(\p{L}{3,10})\.?[\s\-/.,]*(?:de\s+)?(\d{4}|'?\d{2})$/iu
const monthNamed = /^(\p{L}{3,10})\.?[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]+(\d{4})$/iu
const yearNamed = /^(\d{4})[\s\-/.]*(\p{L}{3,10})\.?[\s\-/.]*(\d{1,2})$/iu

function withoutTime(text: string): string {
  let plain = text.trim()
  if (/[０-９：／－．]/.test(plain)) plain = plain.normalize('NFKC')
  if (plain.includes(':')) plain = plain.replace(timePart, '').trim()
  return weekday.test(plain) && !monthNamed.test(plain) ? plain.replace(weekday, '') : plain
}

function monthOf(name: string): number | undefined {
  return months[name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()]
}

/** Days whose text alone says what they are; undefined where the order of the column must say it. */
function plainDay(text: string): string | null | undefined {
  const parts = numeric.exec(text)
  if (parts) return parts[1]!.length > 2 ? dayOf(Number(parts[1]), Number(parts[3]), Number(parts[4])) : undefined
  if (compact.test(text)) {
    const day = dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)))
    return day ?? undefined
  }
  const inChinese = chinese.exec(text)
  if (inChinese) return dayOf(fullYear(inChinese[1]!), Number(inChinese[2]), Number(inChinese[3]))
  const named = dayNamed.exec(text)
  if (named) return dayOf(fullYear(named[3]!.replace("'", '')), monthOf(named[2]!) ?? 0, Number(named[1]))
  const american = monthNamed.exec(text)
  if (american) return dayOf(Number(american[3]), monthOf(american[1]!) ?? 0, Number(american[2]))
  const big = yearNamed.exec(text)
  if (big) return dayOf(Number(big[1]), monthOf(big[2]!) ?? 0, Number(big[3]))
  return null
}

/** The day under one order; null where it is none. */
function orderedDay(text: string, order: DayOrder): string | null {
  const parts = numeric.exec(text)
  const [first, second, third] = parts
    ? [parts[1]!, parts[3]!, parts[4]!]
    : [text.slice(0, 2), text.slice(2, 4), text.slice(4)]
  if (order === 'ymd') return third.length > 2 ? null : dayOf(fullYear(first), Number(second), Number(third))
  if (third.length === 1 || third.length === 3) return null
  const year = fullYear(third)
  return order === 'dmy' ? dayOf(year, Number(second), Number(first)) : dayOf(year, Number(first), Number(second))
}

const serialText = /^\d{4,5}(?:[.,]\d+)?$/

/** What one cell says about its column. `orders` are those under which an undecided text is a day. */
export type DayEvidence =
  | { kind: 'plain' }
  | { kind: 'serial' }
  | { kind: 'none' }
  | { kind: 'ordered'; orders: DayOrder[]; same: boolean; dotted: boolean }

export function readDayEvidence(cell: string): DayEvidence {
  const text = withoutTime(cell)
  const plain = plainDay(text)
  if (plain) return { kind: 'plain' }
  if (plain === null) return { kind: serialText.test(text) && dayOfSerial(Number(text)) ? 'serial' : 'none' }
  const days = dayOrders.map(order => orderedDay(text, order))
  const orders = dayOrders.filter((_, index) => days[index])
  if (orders.length === 0) return { kind: 'none' }
  const same = new Set(days.filter(Boolean)).size === 1
  return { kind: 'ordered', orders, same, dotted: text.includes('.') }
}

export type DayShape = { order: DayOrder; serial: boolean; from1904?: boolean }

/** A reader of one column: 'YYYY-MM-DD', or null where the cell holds no day. Files repeat days, so it remembers. */
export function dayReader(shape: DayShape): (cell: string) => string | null {
  const seen = new Map<string, string | null>()
  return cell => {
    const known = seen.get(cell)
    if (known !== undefined) return known
    const day = readDay(cell, shape)
    if (seen.size > 50_000) seen.clear()
    seen.set(cell, day)
    return day
  }
}

export function readDay(cell: string, { order, serial, from1904 }: DayShape): string | null {
  const text = withoutTime(cell)
  const plain = plainDay(text)
  if (plain) return plain
  if (plain === undefined) return orderedDay(text, order)
  return serial && serialText.test(text) ? dayOfSerial(Number(text.replace(',', '.')), from1904) : null
}
