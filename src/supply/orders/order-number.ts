/** Letters and figures that cannot be taken for one another on paper or on the telephone (Crockford). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 'K7Q4-2M9X' from eight random bytes or more: 40 bits, so that numbers neither count nor can be guessed. */
export function orderNumber(random: Uint8Array): string {
  const letters = [...random.slice(0, 8)].map(byte => alphabet[byte % 32]!).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}
