/** What somebody types on a phone as an exact decimal: a comma is a point, all else but digits goes. '' stays ''. */
export function quantityOf(typed: string): string {
  const [whole = '', ...rest] = typed
    .replace(/,/g, '.')
    .replace(/[^\d.]/g, '')
    .split('.')
  const digits = whole.replace(/^0+(?=\d)/, '').slice(0, 12)
  return rest.length === 0 ? digits : `${digits || '0'}.${rest.join('').slice(0, 6)}`
}

/** The same once it is sent: '1.' is '1'. */
export const finished = (quantity: string): string => quantity.replace(/\.$/, '')
