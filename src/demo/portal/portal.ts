import type { Language } from '../../platform/language.ts'
import type { DemoAccount } from '../accounts.ts'
import type { DemoContact } from '../contacts.ts'
import type { DemoOrder } from '../orders/orders.ts'
import { Random } from '../random.ts'
import { reportingAccounts } from '../stock/stock.ts'

export type DemoMember = {
  key: string
  account: string
  name: string
  email: string
  role: 'portal buyer' | 'portal staff'
  subsidiaries: boolean
  language: Language
  joinedOn: string
}

export type DemoMessage = {
  account: string
  side: 'account' | 'department'
  /** Who of the account wrote it; the manager else. */
  member: string | null
  managerKey: string
  text: string
  at: string
  isRead: boolean
}

/** Accounts whose people come in by themselves, by now. */
const accountsWithPortal = 6

type Said = readonly [side: DemoMessage['side'], english: string, chinese: string]

/** Talks of the last weeks; the last word of each has not been read yet. */
const talks: readonly (readonly Said[])[] = [
  [
    [
      'account',
      'Can the second lot come by road? The yard is full until Thursday.',
      '第二批能走公路吗？周四之前场地都满着。',
    ],
    ['department', 'Yes, it leaves on Wednesday and arrives on Friday.', '可以，周三发车，周五到。'],
    ['account', 'Good. Please also send the new data sheets for the switches.', '好的，另外请把新开关的样本也发一份。'],
  ],
  [
    [
      'department',
      'The proposal for November is there. Two items run short in three weeks.',
      '11 月的建议订单已发出，有两个型号三周后会断货。',
    ],
    ['account', 'Seen. We count on Friday and answer then.', '收到，周五盘点后回复。'],
  ],
  [
    ['account', 'Our warehouse keeper enters the stock from this week on.', '从本周起由我们的仓管录入库存。'],
    [
      'department',
      'Thank you. With weekly counts the proposals come closer to what you sell.',
      '谢谢！每周盘点后，建议数量会更贴近实际动销。',
    ],
  ],
]

const daysAgo = (demoDay: string, days: number, hour: number) =>
  new Date(Date.parse(`${demoDay}T00:00:00Z`) - days * 86_400_000 + hour * 3_600_000).toISOString()

/** Buyers who have an order before them, beside each whoever keeps the warehouse, and what they and their managers wrote. */
export function demoPortal(
  seed: string,
  made: { accounts: readonly DemoAccount[]; contacts: readonly DemoContact[]; orders: readonly DemoOrder[] },
  demoDay: string,
): { members: DemoMember[]; messages: DemoMessage[] } {
  const waiting = new Map(
    made.orders
      .filter(order => ['proposed', 'changed'].includes(order.steps.at(-1)!.to))
      .map(each => [each.account, each]),
  )
  const reporting = new Set(reportingAccounts(made.accounts).map(account => account.code))
  // Those that report their stock have more to look at.
  const place = ({ code, rank }: DemoAccount) => (reporting.has(code) ? rank : made.accounts.length + rank)
  const chosen = made.accounts
    .filter(account => waiting.has(account.code) && account.ownerKey !== null)
    .sort((one, other) => place(one) - place(other))
    .slice(0, accountsWithPortal)
  const members: DemoMember[] = []
  const messages: DemoMessage[] = []
  for (const [at, account] of chosen.entries()) {
    const random = new Random(seed, 'portal', at)
    const { buyer, language, managerKey } = waiting.get(account.code)!
    const joinedOn = daysAgo(demoDay, random.integer(20, 120), 3)
    const common = { account: account.code, language, joinedOn }
    const buyerKey = `${account.code}-buyer`
    const { name, email } = buyer
    members.push({
      ...common,
      key: buyerKey,
      name,
      email,
      role: 'portal buyer',
      subsidiaries: account.level === 'group',
    })
    const keeper = made.contacts.find(each => each.account === account.code && /warehouse|clerk/i.test(each.role))
    if (keeper && keeper.email !== email)
      members.push({
        ...common,
        key: `${account.code}-staff`,
        name: keeper.name,
        email: keeper.email,
        role: 'portal staff',
        subsidiaries: false,
      })
    const talk = talks[at % talks.length]!
    for (const [turn, [side, english, chinese]] of talk.entries())
      messages.push({
        account: account.code,
        side,
        member: side === 'account' ? buyerKey : null,
        managerKey,
        text: language === 'en' ? english : chinese,
        at: daysAgo(demoDay, (talk.length - turn) * 2 + at, 2 + turn),
        isRead: turn < talk.length - 1,
      })
  }
  return { members, messages }
}
