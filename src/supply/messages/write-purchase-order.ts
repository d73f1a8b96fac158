import { Decimal } from 'decimal.js'
import type { Written } from './interchange/segment.ts'
import { writeEdifact } from './interchange/write-edifact.ts'
import { writeX12 } from './interchange/write-x12.ts'
import type {
  EdifactVersion,
  LineAnswer,
  MessageEnvelope,
  OrderForMessage,
  OrderLineForMessage,
  OrderParty,
  X12Version,
} from './order-for-message.ts'
import { edifactUnit, x12Unit } from './units.ts'

const compact = (day: string) => day.replaceAll('-', '')

/** X12 850: the purchase order as a whole interchange. */
export function purchaseOrder850(order: OrderForMessage, envelope: MessageEnvelope, version: X12Version): string {
  const segments: Written[] = [
    ['BEG', '00', 'SA', order.customerNumber ?? order.number, '', compact(order.orderedOn)],
    ['CUR', 'BY', order.currency],
    ...(order.customerNumber ? [['REF', 'VN', order.number] as const] : []),
    ...(order.wantedOn ? [['DTM', '002', compact(order.wantedOn)] as const] : []),
    ...note850(order.note),
    ...x12Parties(order),
    ...order.lines.map(po1),
    total850(order),
  ]
  return writeX12([{ type: '850', segments }], envelope, version)
}

/** X12 855: what we say of the order. Each line has its answer; one without is accepted as it stands. */
export function acknowledgement855(order: OrderForMessage, envelope: MessageEnvelope, version: X12Version): string {
  const segments: Written[] = [
    [
      'BAK',
      '00',
      kindOfAnswer(order, { accepted: 'AD', changed: 'AC', refused: 'RD' }),
      order.customerNumber ?? order.number,
      compact(order.orderedOn),
      '',
      '',
      '',
      order.number,
    ],
    ['CUR', 'SE', order.currency],
    ...x12Parties(order),
    ...order.lines.flatMap(line => [po1(line), ack(line)]),
    total850(order),
  ]
  return writeX12([{ type: '855', segments }], envelope, version)
}

/** CTT02, the hash total, is the sum of the quantities ordered. */
function total850({ lines }: OrderForMessage): Written {
  const sum = lines.reduce((total, line) => total.plus(line.quantity), new Decimal(0))
  return ['CTT', String(lines.length), sum.toFixed()]
}

function note850(note: string | null): Written[] {
  // MSG01 holds 264 characters.
  return (note?.match(/[\s\S]{1,264}/gu) ?? []).flatMap((text, at) =>
    at === 0
      ? [
          ['N9', 'ZZ', 'NOTE'],
          ['MSG', text],
        ]
      : [['MSG', text]],
  )
}

function x12Parties({ buyer, supplier, shipTo }: OrderForMessage): Written[] {
  const parties: [string, OrderParty | null][] = [
    ['BY', buyer],
    ['SU', supplier],
    ['ST', shipTo],
  ]
  return parties.flatMap(([role, party]) =>
    party ? [['N1', role, party.name, ...(party.gln ? ['UL', party.gln] : party.code ? ['92', party.code] : [])]] : [],
  )
}

function po1(line: OrderLineForMessage): Written {
  const codes: [string, string | null][] = [
    ['UK', line.gtin?.padStart(14, '0') ?? null],
    ['BP', line.buyerCode],
    ['VN', line.supplierCode],
  ]
  const given = codes.flatMap(([qualifier, code]) => (code ? [qualifier, code] : []))
  const price = line.unitPrice === null ? ['', ''] : [line.unitPrice, 'PE']
  return ['PO1', String(line.line), line.quantity, x12Unit(line.unit), ...price, ...given]
}

/** Element 668, line item status. */
function ack(line: OrderLineForMessage): Written {
  const answer = answerOf(line)
  const codes = { accepted: 'IA', changed: 'IQ', refused: 'IR', waiting: 'IB' }
  const shipped = answer.shippedOn ? ['068', compact(answer.shippedOn)] : []
  return ['ACK', codes[stateOf(line)], answer.confirmedQuantity, x12Unit(line.unit), ...shipped]
}

/** EDIFACT ORDERS: the purchase order as a whole interchange. */
export function orders(order: OrderForMessage, envelope: MessageEnvelope, version: EdifactVersion): string {
  const segments: Written[] = [
    ['BGM', '220', order.customerNumber ?? order.number, '9'],
    ...edifactHeader(order),
    ...order.lines.flatMap(line => [
      ...edifactLine(line, ''),
      ['QTY', ['21', line.quantity, edifactUnit(line.unit)]] as const,
      ...price(line),
    ]),
    ['UNS', 'S'],
    ['CNT', ['2', String(order.lines.length)]],
  ]
  return writeEdifact([{ type: 'ORDERS', segments }], envelope, version)
}

/** EDIFACT ORDRSP: what we say of the order. */
export function ordrsp(order: OrderForMessage, envelope: MessageEnvelope, version: EdifactVersion): string {
  const segments: Written[] = [
    ['BGM', '231', order.number, kindOfAnswer(order, { accepted: '29', changed: '4', refused: '27' })],
    ...edifactHeader(order),
    ...order.lines.flatMap(lineAnswer),
    ['UNS', 'S'],
    ['CNT', ['2', String(order.lines.length)]],
  ]
  return writeEdifact([{ type: 'ORDRSP', segments }], envelope, version)
}

/** FTX holds five texts of 70 characters in D.96A and EANCOM. */
function edifactHeader(order: OrderForMessage): Written[] {
  const { buyer, supplier, shipTo, note } = order
  const texts =
    note
      ?.replace(/\s+/gu, ' ')
      .match(/.{1,70}/gu)
      ?.slice(0, 5) ?? []
  const parties: [string, OrderParty | null][] = [
    ['BY', buyer],
    ['SU', supplier],
    ['DP', shipTo],
  ]
  return [
    ['DTM', ['137', compact(order.orderedOn), '102']],
    ...(order.wantedOn ? [['DTM', ['2', compact(order.wantedOn), '102']] as const] : []),
    ...(texts.length > 0 ? [['FTX', 'ZZZ', '', '', texts] as const] : []),
    // ON is the number of the buyer, VN ours.
    ...(order.customerNumber ? [['RFF', ['ON', order.customerNumber]] as const] : []),
    ['RFF', ['VN', order.number]],
    ...parties.flatMap(([role, party]): Written[] =>
      // 9 says that the code is a GLN, 92 that the buyer gave it.
      party
        ? [['NAD', role, party.gln ? [party.gln, '', '9'] : [party.code ?? '', '', '92'], '', party.name.slice(0, 35)]]
        : [],
    ),
    ['CUX', ['2', order.currency, '9']],
  ]
}

function edifactLine(line: OrderLineForMessage, action: string): Written[] {
  const codes: string[][] = []
  if (line.buyerCode) codes.push([line.buyerCode, 'IN'])
  codes.push([line.supplierCode, 'SA'])
  return [
    ['LIN', String(line.line), action, line.gtin ? [line.gtin, 'EN'] : []],
    ['PIA', line.gtin ? '1' : '5', ...codes],
    ['IMD', 'F', '', ['', '', '', line.name.slice(0, 35), line.name.slice(35, 70)]],
  ]
}

function price({ unitPrice }: OrderLineForMessage): Written[] {
  return unitPrice === null ? [] : [['PRI', ['AAA', unitPrice]]]
}

/** 1229: 5 accepted, 3 changed, 7 not accepted; 113 is what will be delivered, 83 what waits. */
function lineAnswer(line: OrderLineForMessage): Written[] {
  const answer = answerOf(line)
  const state = stateOf(line)
  const action = { accepted: '5', changed: '3', waiting: '3', refused: '7' }[state]
  const missing = new Decimal(line.quantity).minus(answer.confirmedQuantity)
  const unit = edifactUnit(line.unit)
  return [
    ...edifactLine(line, action),
    ['QTY', ['21', line.quantity, unit]],
    ['QTY', ['113', answer.confirmedQuantity, unit]],
    ...(answer.reason === 'back ordered' && missing.gt(0) ? [['QTY', ['83', missing.toFixed(), unit]] as const] : []),
    ...(answer.shippedOn ? [['DTM', ['67', compact(answer.shippedOn), '102']] as const] : []),
    ...price(line),
  ]
}

function answerOf(line: OrderLineForMessage): LineAnswer {
  return line.answer ?? { confirmedQuantity: line.quantity, shippedOn: null, reason: 'none' }
}

function stateOf(line: OrderLineForMessage): 'accepted' | 'changed' | 'waiting' | 'refused' {
  const { confirmedQuantity, reason } = answerOf(line)
  if (new Decimal(confirmedQuantity).eq(line.quantity)) return 'accepted'
  if (reason === 'back ordered') return 'waiting'
  return new Decimal(confirmedQuantity).isZero() ? 'refused' : 'changed'
}

/** All lines accepted as they stand, all refused, or anything between. */
function kindOfAnswer<Code>(order: OrderForMessage, codes: { accepted: Code; changed: Code; refused: Code }): Code {
  const states = new Set(order.lines.map(stateOf))
  if (states.size === 1 && states.has('accepted')) return codes.accepted
  return states.size === 1 && states.has('refused') ? codes.refused : codes.changed
}
