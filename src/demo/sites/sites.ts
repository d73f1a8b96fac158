import type { SiteKind } from '../../know/sites/site.ts'
import type { DemoAccount } from '../accounts.ts'
import { Random } from '../random.ts'
import { centres, jitter } from './centres.ts'

export type DemoSite = {
  account: string
  code: string
  name: string
  kind: SiteKind
  city: string
  country: string
  latitude: number
  longitude: number
  goodsValue: string | null
  goodsAsOf: string | null
  insurance: 'insured' | 'not insured' | null
  insuranceAsOf: string | null
}

const kindNames: Readonly<Record<SiteKind, readonly [english: string, chinese: string]>> = {
  warehouse: ['warehouse', '仓库'],
  shop: ['shop', '门店'],
  plant: ['works', '工厂'],
  office: ['office', '办公室'],
  yard: ['yard', '堆场'],
}

/** What a company of its trade has, the main one first. */
const usual: Readonly<Record<DemoAccount['trade'], readonly SiteKind[]>> = {
  distributor: ['warehouse', 'warehouse', 'shop'],
  dealer: ['shop', 'warehouse'],
  contractor: ['yard', 'office'],
}

/** One to three sites of every account, about its city, with what of our goods lies there as somebody once asked. */
export function demoSites(seed: string, accounts: readonly DemoAccount[]): DemoSite[] {
  return accounts.flatMap(account => {
    const random = new Random(seed, 'sites', account.code)
    const kinds = usual[account.trade]
    const count = account.rank < 60 ? kinds.length : random.chance(0.35) ? 2 : 1
    const [latitude, longitude] = centres[account.place.city]!
    return kinds.slice(0, count).map((kind, index): DemoSite => {
      const known = random.chance(account.ownerKey ? 0.86 : 0.4)
      const insured = random.next()
      return {
        account: account.code,
        code: `${account.code}-${index + 1}`,
        name: nameOf(account, kind, index, kinds),
        kind,
        city: account.place.country === 'CN' ? account.place.cityChinese : account.place.city,
        country: account.place.country,
        latitude: round(latitude + random.between(-jitter.south, jitter.north)),
        longitude: round(longitude + random.between(-jitter.west, jitter.east)),
        goodsValue: known && kind !== 'office' ? goods(random, account.rank, index) : null,
        goodsAsOf: known && kind !== 'office' ? day(random) : null,
        insurance: insured < 0.5 ? 'insured' : insured < 0.72 ? 'not insured' : null,
        insuranceAsOf: insured < 0.72 ? day(random) : null,
      }
    })
  })
}

function nameOf(account: DemoAccount, kind: SiteKind, index: number, kinds: readonly SiteKind[]): string {
  const { city, cityChinese, country } = account.place
  const [english, chinese] = kindNames[kind]
  const number = kinds.indexOf(kind) === index ? '' : ' 2'
  return country === 'CN' ? `${cityChinese}${chinese}${number.trim()}` : `${city} ${english}${number}`
}

/** About a month of what the account buys; less where it is not the main site. Whole thousands. */
function goods(random: Random, rank: number, index: number): string {
  const size = 1_900_000 * Math.exp(-rank / 75) + 45_000
  return String(Math.max(4, Math.round((size * random.spread(0.5) * (index === 0 ? 1 : 0.45)) / 1000)) * 1000)
}

const round = (degrees: number): number => Math.round(degrees * 10_000) / 10_000

const day = (random: Random): string =>
  `2026-${String(random.integer(6, 10)).padStart(2, '0')}-${String(random.integer(1, 28)).padStart(2, '0')}`
