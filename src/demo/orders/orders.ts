import type { CutReason } from '../../supply/orders/cut-reason.ts'
import type { OrderAct, OrderState } from '../../supply/orders/order-state.ts'
import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText, monthCount } from '../calendar.ts'
import { company, demoDay } from '../company.ts'
import type { DemoContact } from '../contacts.ts'
import type { DemoProduct } from '../products.ts'
import { Random } from '../random.ts'

/** Who took a step: the account's manager, the back office, the account's buyer, or nobody (its time had passed). */
export type DemoParty = 'manager' | 'back office' | 'buyer' | 'clock'

export type DemoStep = { act: OrderAct; to: OrderState; at: string; by: DemoParty; note?: string }

export type DemoOrder = {
  number: string
  account: string
  managerKey: string
  currency: 'CNY' | 'USD'
  reference: string | null
  wantedOn: string
  expiresAt: string | null
  buyer: { name: string; title: string; email: string }
  language: 'en' | 'zh-Hans'
  lines: DemoOrderLine[]
  steps: [DemoStep, ...DemoStep[]]
}

export type DemoOrderLine = {
  product: string
  proposed: string
  wanted: string
  price: string
  confirmed: string | null
  shipped: string
  cut: CutReason | null
}

type Plot = {
  /** How often, and how many days ago it began. */
  times: number
  ago: readonly [number, number]
  /** Each step so many hours after the one before; the first begins the order. */
  steps: readonly (readonly [act: OrderAct, to: OrderState, by: DemoParty, hours: number])[]
}

const proposed = ['propose', 'proposed', 'manager', 0] as const
const changed = ['change', 'changed', 'buyer', 23] as const
const signed = ['sign', 'signed', 'buyer', 28] as const
const onPaper = ['sign on paper', 'signed', 'manager', 52] as const
const confirmed = ['confirm', 'confirmed', 'back office', 23] as const
const shipped = ['ship', 'shipped', 'back office', 120] as const

const plots: readonly Plot[] = [
  { times: 4, ago: [1, 4], steps: [['edit', 'draft', 'manager', 0]] },
  { times: 9, ago: [1, 9], steps: [proposed] },
  { times: 5, ago: [2, 6], steps: [proposed, changed] },
  { times: 1, ago: [5, 7], steps: [proposed, signed] },
  { times: 1, ago: [2, 2], steps: [proposed, signed] },
  { times: 2, ago: [8, 14], steps: [proposed, changed, signed, confirmed] },
  { times: 1, ago: [8, 14], steps: [proposed, onPaper, confirmed] },
  { times: 3, ago: [20, 170], steps: [proposed, signed, confirmed, shipped] },
  { times: 1, ago: [30, 170], steps: [proposed, onPaper, confirmed, shipped] },
  { times: 10, ago: [12, 170], steps: [proposed, ['decline', 'declined', 'buyer', 30]] },
  { times: 12, ago: [20, 170], steps: [proposed, ['expire', 'expired', 'clock', 24 * 14]] },
  { times: 5, ago: [10, 170], steps: [proposed, ['withdraw', 'withdrawn', 'manager', 6]] },
  { times: 1, ago: [40, 60], steps: [proposed, signed, ['withdraw', 'withdrawn', 'manager', 8]] },
]

const notes: Partial<Record<OrderAct, Record<'en' | 'zh-Hans', readonly string[]>>> = {
  decline: {
    en: [
      'Our shelf is still full of these.',
      'The project was put off until spring.',
      'We wait for the new price list.',
    ],
    'zh-Hans': ['库存还很充足，先不补。', '项目推迟到明年春天。', '等新价格表出来再订。'],
  },
  withdraw: {
    en: ['Proposed twice by mistake.', 'Quantities were those of last season.'],
    'zh-Hans': ['重复建议，撤回一张。', '数量套用了上一季，重新测算。'],
  },
  change: {
    en: ['More of the first, the rest later please.', 'We take less until the audit is over.'],
    'zh-Hans': ['第一项多要一些，其余下批再说。', '盘点前先少进一点。'],
  },
}

/** Some sixty orders of the last half year, in every state that an order can be in. */
export function demoOrders(
  seed: string,
  accounts: readonly DemoAccount[],
  contacts: readonly DemoContact[],
  products: readonly DemoProduct[],
): DemoOrder[] {
  const offered = products.filter(product => product.soldFrom < monthCount - 6 && product.soldUntil >= monthCount)
  const buying = accounts
    .filter(({ rank, ownerKey, behaviour }) => rank < 90 && ownerKey !== null && behaviour.life !== 'lost')
    .sort((a, b) => a.rank - b.rank)
  const buyers = new Map(
    contacts.filter(contact => /purchas|采购/i.test(contact.role)).map(each => [each.account, each]),
  )
  const able = buying.filter(account => buyers.has(account.code))
  // Whoever opens the demo as its first manager finds one order of each kind at hand.
  const ofFirst = able.filter(account => account.ownerKey === 'chen.xiaolan')
  const told = plots.flatMap(plot => Array.from({ length: plot.times }, (_, nth) => ({ plot, nth })))
  return told.map(({ plot, nth }, at) => {
    const account = (nth === 0 && ofFirst[at % ofFirst.length]) || able[(at * 7) % able.length]!
    return orderOf(new Random(seed, 'orders', at), plot, account, buyers.get(account.code)!, offered)
  })
}

function orderOf(
  random: Random,
  plot: Plot,
  account: DemoAccount,
  contact: DemoContact,
  offered: readonly DemoProduct[],
): DemoOrder {
  const language = account.place.country === 'CN' ? 'zh-Hans' : 'en'
  const began = dayNumber(demoDay) - random.integer(...plot.ago)
  let hour = Date.parse(`${dayText(began)}T02:00:00Z`)
  const steps = plot.steps.map(([act, to, by, hours]): DemoStep => {
    hour += hours * 3_600_000
    const said = notes[act]?.[language]
    return { act, to, by, at: new Date(hour).toISOString(), ...(said ? { note: random.pick(said) } : {}) }
  })
  const state = steps.at(-1)!.to
  const isOpen = state === 'proposed' || state === 'changed'
  const wasChanged = steps.some(step => step.act === 'change')
  const isCut = state === 'confirmed' && random.chance(0.6)
  // Two weeks from the proposal; what is still open has a few days left.
  const expires = isOpen ? dayNumber(demoDay) + random.integer(1, 9) : began + 14
  return {
    number: orderNumberOf(random),
    account: account.code,
    managerKey: account.ownerKey!,
    currency: account.currency,
    reference: random.chance(0.5) ? `PO-${random.integer(2600, 9999)}` : null,
    wantedOn: dayText(began + random.integer(14, 35)),
    expiresAt: state === 'draft' ? null : `${dayText(expires)}T02:00:00Z`,
    buyer: { name: contact.name, title: contact.role, email: contact.email },
    language,
    lines: linesOf(random, account, offered, { wasChanged, isCut, state }),
    steps: steps as [DemoStep, ...DemoStep[]],
  }
}

function linesOf(
  random: Random,
  { currency, rank }: DemoAccount,
  offered: readonly DemoProduct[],
  { wasChanged, isCut, state }: { wasChanged: boolean; isCut: boolean; state: OrderState },
): DemoOrderLine[] {
  const count = random.integer(3, rank < 30 ? 8 : 5)
  const isConfirmed = state === 'confirmed' || state === 'shipped'
  return random
    .shuffle(offered)
    .slice(0, count)
    .map((product, at) => {
      const quantity = random.integer(1, rank < 30 ? 12 : 5) * 5
      const wanted = wasChanged && at === 0 ? quantity + 10 : wasChanged && at === 1 ? 0 : quantity
      const given = isCut && at === 0 ? Math.floor(wanted * 0.6) : wanted
      const price = Number(product.listPrice) * 0.82 * (currency === 'USD' ? 0.14 : 1)
      return {
        product: product.code,
        proposed: String(quantity),
        wanted: String(wanted),
        price: price.toFixed(2),
        confirmed: isConfirmed ? String(given) : null,
        shipped: state === 'shipped' ? String(given) : '0',
        cut: given < wanted ? 'allocated' : null,
      }
    })
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const orderNumberOf = (random: Random): string => {
  const part = () => Array.from({ length: 4 }, () => letters[random.integer(0, 31)]).join('')
  return `${part()}-${part()}`
}

/** Tells the company's ERP of orders; switched off, since there is none. */
export const demoWebhook = {
  name: `ERP ${company.name.split(' ')[0]}`,
  url: 'https://erp.tingyu.example/vitalfew',
  eventTypes: ['order.signed', 'order.confirmed', 'order.withdrawn'],
}
