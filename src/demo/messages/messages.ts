import type { Written } from '../../supply/messages/interchange/segment.ts'
import { writeEdifact } from '../../supply/messages/interchange/write-edifact.ts'
import { writeX12 } from '../../supply/messages/interchange/write-x12.ts'
import type { MessageEnvelope } from '../../supply/messages/order-for-message.ts'
import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import type { DemoCompany } from '../demo-company.ts'
import { Random } from '../random.ts'
import { lastWeek, reportingAccounts } from '../stock/stock.ts'

export type DemoPartner = {
  account: string
  name: string
  standard: 'x12' | 'edifact'
  theirQualifier: string
  theirId: string
}

/** A file as its sender's gateway handed it over. */
export type DemoMessage = { name: string; text: string }

export const ourName = { x12: { qualifier: 'ZZ', id: 'LINGANG' }, edifact: { qualifier: '14', id: '2000000004997' } }

type Item = { product: string; gtin: string; own: string | null; sold: number; onHand: number; onOrder: number }

const weeks = 4
const productsReported = 10
const firstWeek = dayText(dayNumber(lastWeek) - (weeks - 1) * 7)
/** Bought within half a year. */
const boughtSince = '2026-05-01'

/** The two largest accounts that sell on and report in no other way. */
export function exchangingAccounts(made: DemoCompany): [DemoAccount, DemoAccount] {
  const files = new Set(reportingAccounts(made.accounts).map(({ code }) => code))
  const others = made.accounts
    .filter(({ trade, behaviour, code }) => trade !== 'contractor' && behaviour.life === 'steady' && !files.has(code))
    .sort((one, other) => one.rank - other.rank)
  return [others[0]!, others[1]!]
}

export function demoPartners(made: DemoCompany): DemoPartner[] {
  const [x12, edifact] = exchangingAccounts(made)
  const id = (account: DemoAccount) =>
    account.latin
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .slice(0, 15)
  return [
    { account: x12.code, name: x12.latin, standard: 'x12', theirQualifier: 'ZZ', theirId: id(x12) },
    { account: edifact.code, name: edifact.latin, standard: 'edifact', theirQualifier: '14', theirId: '2000000005994' },
  ]
}

/**
 * Weekly 852s of one partner, SLSRPTs and an INVRPT of the other, written as theirs would be; the first two products of
 * each stand under the account's own codes, which nobody has mapped. The last 852 was damaged on its way.
 */
export function demoMessages(seed: string, made: DemoCompany, gtins: ReadonlyMap<string, string>): DemoMessage[] {
  const [x12, edifact] = demoPartners(made)
  const [one, other] = [mostBought(made, x12!), mostBought(made, edifact!)]
  const messages: DemoMessage[] = []
  for (let at = 0; at < weeks; at++) {
    const week = dayText(dayNumber(firstWeek) + at * 7)
    messages.push({ name: `852-${week}.x12`, text: activity(x12!, week, at, itemsOf(seed, x12!, one, gtins, week)) })
    messages.push({
      name: `slsrpt-${week}.edi`,
      text: sales(edifact!, week, at, itemsOf(seed, edifact!, other, gtins, week)),
    })
  }
  messages.push({ name: 'invrpt.edi', text: inventory(edifact!, itemsOf(seed, edifact!, other, gtins, lastWeek)) })
  const damaged = activity(x12!, lastWeek, weeks, itemsOf(seed, x12!, one, gtins, lastWeek))
  messages.push({ name: '852-again.x12', text: damaged.replace(/\nZA\*QA[^\n]*/, '') })
  return messages
}

/** Products that the account buys most of, with pieces since `boughtSince`. */
function mostBought(made: DemoCompany, { account }: DemoPartner): [product: string, pieces: number][] {
  const pieces = new Map<string, number>()
  for (const { product, quantity } of made.linesOf(new Set([account]), boughtSince))
    pieces.set(product, (pieces.get(product) ?? 0) + Math.max(0, Number(quantity)))
  return [...pieces].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, productsReported)
}

function itemsOf(
  seed: string,
  { account }: DemoPartner,
  products: readonly [product: string, pieces: number][],
  gtins: ReadonlyMap<string, string>,
  week: string,
): Item[] {
  return products.map(([product, bought], place) => {
    const random = new Random(seed, 'messages', account, product, week)
    const sold = random.poisson(Math.min(80, bought / 26))
    const onHand = Math.round((bought / 26) * random.between(1, 9))
    const onOrder = random.chance(0.3) ? Math.round(bought / 13) : 0
    const own = place < 2 ? `K-${1000 + ((place * 37 + account.length * 11) % 900)}` : null
    return { product, gtin: gtins.get(product) ?? '', own, sold, onHand, onOrder }
  })
}

const compact = (day: string) => day.replaceAll('-', '')
const after = (day: string, days: number) => dayText(dayNumber(day) + days)

function envelopeOf(partner: DemoPartner, number: number, week: string): MessageEnvelope {
  return {
    sender: { qualifier: partner.theirQualifier, id: partner.theirId },
    receiver: ourName[partner.standard],
    controlNumber: number,
    at: `${after(week, 7)}T02:10:00Z`,
    test: false,
  }
}

function activity(partner: DemoPartner, week: string, at: number, items: readonly Item[]): string {
  const segments: Written[] = [
    ['XQ', 'H', compact(week), compact(after(week, 6))],
    ['N1', 'BY', partner.name, '92', partner.theirId],
    ...items.flatMap(({ gtin, own, product, sold, onHand, onOrder }): Written[] => [
      own ? ['LIN', '', 'IN', own] : ['LIN', '', 'UK', gtin, 'VN', product],
      ['ZA', 'QS', String(sold), 'EA'],
      ['ZA', 'QA', String(onHand), 'EA'],
      ...(onOrder > 0 ? [['ZA', 'QP', String(onOrder), 'EA'] as const] : []),
    ]),
    ['CTT', String(items.length)],
  ]
  return writeX12([{ type: '852', segments }], envelopeOf(partner, 410 + at, week), '004010')
}

function sales(partner: DemoPartner, week: string, at: number, items: readonly Item[]): string {
  const segments: Written[] = [
    ['BGM', '73E', `SDR${310 + at}`, '9'],
    ['DTM', ['137', compact(after(week, 7)), '102']],
    ['DTM', ['356', `${compact(week)}${compact(after(week, 6))}`, '718']],
    ['NAD', 'SE', [partner.theirId, '', '9']],
    ['LOC', '162', [partner.theirId, '', '9']],
    ...items.flatMap(({ gtin, own, sold }, line): Written[] => [
      ['LIN', String(line + 1), '', own ? [own, 'IN'] : [gtin, 'EN']],
      ['QTY', ['153', String(sold), 'PCE']],
    ]),
    ['CNT', ['2', String(items.length)]],
  ]
  return writeEdifact([{ type: 'SLSRPT', segments }], envelopeOf(partner, 310 + at, week), 'D.96A')
}

function inventory(partner: DemoPartner, items: readonly Item[]): string {
  const segments: Written[] = [
    ['BGM', '35', 'INVR77', '9'],
    ['DTM', ['137', compact(after(lastWeek, 7)), '102']],
    ['DTM', ['366', compact(after(lastWeek, 6)), '102']],
    ['NAD', 'GY', [partner.theirId, '', '9']],
    ...items.flatMap(({ gtin, own, onHand, onOrder }, line): Written[] => [
      ['LIN', String(line + 1), '', own ? [own, 'IN'] : [gtin, 'EN']],
      ['QTY', ['145', String(onHand), 'PCE']],
      ...(onOrder > 0 ? [['QTY', ['21', String(onOrder), 'PCE']] as const] : []),
    ]),
  ]
  return writeEdifact([{ type: 'INVRPT', segments }], envelopeOf(partner, 390, lastWeek), 'D.96A')
}
