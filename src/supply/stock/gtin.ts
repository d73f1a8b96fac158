/**
 * The check digit that completes the digits of a GTIN or GLN: GS1 General Specifications, 7.9.1. From the right, digits
 * weigh 3 and 1 in turn; the check digit brings the sum to a multiple of ten.
 */
export function checkDigitOf(digits: string): string {
  let sum = 0
  for (let at = 0; at < digits.length; at++) sum += Number(digits.at(-1 - at)) * (at % 2 === 0 ? 3 : 1)
  return String((10 - (sum % 10)) % 10)
}

const hasCheckDigit = (digits: string): boolean => checkDigitOf(digits.slice(0, -1)) === digits.at(-1)

/** Spaces and hyphens that people put between the digits go. */
const bare = (text: string): string => text.replace(/[\s-]+/g, '')

/** A GTIN-8, -12 (UPC), -13 (EAN) or -14 with its check digit, filled with zeros to 14 digits; null where it is none. */
export function readGtin(text: string): string | null {
  const digits = bare(text)
  if (!/^(?:\d{8}|\d{12,14})$/.test(digits) || /^0+$/.test(digits) || !hasCheckDigit(digits)) return null
  return digits.padStart(14, '0')
}

/** A GLN: 13 digits with their check digit; null where it is none. */
export function readGln(text: string): string | null {
  const digits = bare(text)
  return /^\d{13}$/.test(digits) && !/^0+$/.test(digits) && hasCheckDigit(digits) ? digits : null
}
