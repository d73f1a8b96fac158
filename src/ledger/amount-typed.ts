/**
 * An amount as a person types it, as an exact decimal string: "1,861.20" and "1861.2" are both "1861.2"; null for
 * anything else. Commas only between thousands: "12,5" is doubtful and not guessed.
 */
export function amountTyped(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^[−–]/, '-')
    .replace(/[\s\u00a0]/g, '')
  if (!/^-?(\d{1,15}|\d{1,3}(,\d{3}){1,4})(\.\d{1,6})?$/.test(plain)) return null
  const digits = plain.replaceAll(',', '').replace(/^(-?)0+(?=\d)/, '$1')
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits
}
