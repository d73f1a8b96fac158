import { expand } from './amount-format.ts'
import { dayOfSerial } from './day-format.ts'

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text of XML, with the spreadsheet's own escapes (_x000D_). */
export function unescapeXml(text: string): string {
  let plain = text
  if (plain.includes('&')) {
    plain = plain.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
      if (name[0] !== '#') return entities[name] ?? whole
      const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ''
    })
  }
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : plain
}

/** An attribute of a tag's text. */
export function attribute(tag: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : null
}

/** The texts of one `<si>` or `<is>`: runs joined, readings of characters (`rPh`) left out. */
export function richText(xml: string): string {
  const body = xml.includes('<rPh') ? xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '') : xml
  let text = ''
  for (const run of body.matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)) text += run[1]
  return unescapeXml(text)
}

/** Whether a number format shows a day: letters of dates outside quotes, brackets and escapes. */
export function showsDay(format: string): boolean {
  const letters = format.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return (
    /[ymdhs年月日]/i.test(letters) &&
    !/^general$/i.test(letters) &&
    !/[#?]/.test(letters) &&
    !/^standard$/i.test(letters)
  )
}

/** Number formats that have an id and no text in the file. */
export function isBuiltInDay(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/**
 * A stored number as the decimal text a person sees: spreadsheets store 17 digits of a binary number and show 15.
 */
export function shownNumber(stored: string): string {
  const plain = /^-?\d+(?:\.\d+)?$/.test(stored)
  const digits = stored.replace(/^-?0*\.?0*|[^\d]/g, '').length
  if (plain && digits <= 15) return stored
  const number = Number(stored)
  if (!Number.isFinite(number)) return stored
  // Integers of more digits are codes that a program wrote; a spreadsheet would have shortened them itself.
  if (plain && !stored.includes('.')) return stored
  const shown = String(Number(number.toPrecision(15)))
  const power = /^(-?)([\d.]+)e([+-]\d+)$/.exec(shown)
  return power ? power[1] + expand(power[2]!, Number(power[3])) : shown
}

/** A stored day as 'YYYY-MM-DD', with its time where it has one; a time alone stays a number. */
export function shownDay(stored: string, from1904: boolean): string {
  const serial = Number(stored)
  if (!(serial >= 1)) return stored
  const seconds = Math.round((serial - Math.floor(serial)) * 86_400)
  const day = dayOfSerial(Math.floor(serial) + (seconds === 86_400 ? 1 : 0), from1904)
  if (!day) return stored
  if (seconds === 0 || seconds === 86_400) return day
  const part = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${day} ${part(seconds / 3600)}:${part((seconds % 3600) / 60)}:${part(seconds % 60)}`
}

/** Position of a cell ("BC12" → 54), from 0. */
export function columnIndex(reference: string): number {
  let index = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at)
    if (letter < 65 || letter > 90) break
    index = index * 26 + letter - 64
  }
  return index - 1
}
