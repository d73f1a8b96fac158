import type { DemoAccount } from '../accounts.ts'

/** An account entered a second time by somebody who did not look first. */
export type DemoDuplicate = {
  /** Code of the account that it repeats. */
  of: string
  code: string
  name: string
  city: string
  country: string
  /** The same on both, where the name alone would not tell. */
  taxNumber: string | null
  note: string
}

const han = /\p{Script=Han}+/gu
const chineseOf = (name: string): string => (name.match(han) ?? []).join('')

/** 汉 for 瀚: the clerk wrote down what they heard. */
const homophones: readonly (readonly [string, string])[] = [
  ['瀚', '汉'],
  ['澄', '诚'],
  ['晟', '盛'],
  ['沅', '元'],
  ['恒', '衡'],
]

/** Two neighbouring letters of the brand swapped; of a short one nobody would know it again. */
function slipped(name: string): string | null {
  const [brand = '', ...rest] = name.split(' ')
  return brand.length < 8 ? null : [brand.replace(/(.{3})(.)(.)/u, '$1$3$2'), ...rest].join(' ')
}

const ways: readonly ((account: DemoAccount) => { name: string; note: string } | null)[] = [
  ({ name, place }) =>
    chineseOf(name)
      ? { name: `${place.cityChinese}${chineseOf(name)}有限公司`, note: 'From the trade fair list, May 2026' }
      : null,
  ({ latin }) => {
    const name = slipped(latin)
    return name === null ? null : { name, note: 'Entered by the hotline' }
  },
  ({ name, latin }) => (chineseOf(name) ? { name: latin.toUpperCase(), note: 'From the export desk' } : null),
  ({ name }) => {
    const heard = homophones.reduce((said, [right, wrong]) => said.replace(right, wrong), chineseOf(name))
    return heard && heard !== chineseOf(name) ? { name: `${heard}有限公司`, note: 'Taken down on the telephone' } : null
  },
]

/**
 * Twelve accounts that stand in the books twice, without an order: smaller companies of their own, so that no figure of
 * the published demo moves. Nine are told by their names, three only by a tax number.
 */
export function demoDuplicates(accounts: readonly DemoAccount[]): DemoDuplicate[] {
  const found: DemoDuplicate[] = []
  const plain = accounts.filter(account => account.level === null && account.rank > 60)
  for (const account of plain) {
    if (found.length === 12) break
    const at = found.length
    // Every third is known by its tax number alone.
    const renamed =
      at % 4 === 3 ? { name: `${account.place.city} New Horizon ${at} Supplies`, note: 'Renamed in 2025' } : null
    const written = renamed ?? ways[at % ways.length]!(account) ?? null
    if (!written || written.name === account.name) continue
    found.push({
      of: account.code,
      code: `W-${String(at + 1).padStart(3, '0')}`,
      ...written,
      city: account.place.city,
      country: account.place.country,
      taxNumber: renamed ? `9133${String(account.rank).padStart(4, '0')}MA2K7P0${at % 10}X` : null,
    })
  }
  return found
}
