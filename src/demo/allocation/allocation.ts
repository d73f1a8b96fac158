import { Random } from '../random.ts'

/** What an account bought of a product in a quarter; pieces. */
export type DemoBought = { account: string; product: string; quantity: number }

export type DemoScarceRequest = { account: string; product: string; quantity: string; committed: string }

/** Products that an allocation is about: the most wanted of the families that production cannot make enough of. */
export const scarceFamilies = ['Tideway', 'Beacon']
const most = 14

/**
 * What accounts ask for when they hear that goods are scarce: somewhat more than they need, in whole tens where they are
 * large, a few with a delivery that was promised before.
 */
export function scarceRequests(
  seed: string,
  name: string,
  bought: readonly DemoBought[],
  months: number,
): DemoScarceRequest[] {
  const totals = new Map<string, number>()
  for (const { product, quantity } of bought) totals.set(product, (totals.get(product) ?? 0) + quantity)
  const products = [...totals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([product]) => product)
  return bought
    .filter(({ product, quantity }) => quantity > 0 && products.includes(product))
    .sort((a, b) => (`${a.account} ${a.product}` < `${b.account} ${b.product}` ? -1 : 1))
    .map(({ account, product, quantity }) => {
      const random = new Random(seed, 'allocation', name, account, product)
      const wanted = Math.max(1, (quantity / 3) * months * random.between(0.9, 1.7))
      const rounded = wanted > 20 ? Math.round(wanted / 10) * 10 : Math.ceil(wanted)
      const committed = random.chance(0.08) ? Math.floor(rounded * random.between(0.2, 0.6)) : 0
      return { account, product, quantity: String(rounded), committed: String(committed) }
    })
}
