import { expect, test } from 'vitest'
import { firstFault } from './interchange/interchange-facts.ts'
import { readInterchanges } from './interchange/read-interchange.ts'
import { type Segment, textOf } from './interchange/segment.ts'
import type { LineAnswer, MessageEnvelope, OrderForMessage } from './order-for-message.ts'
import { acknowledgement855, orders, ordrsp, purchaseOrder850 } from './write-purchase-order.ts'

const envelope: MessageEnvelope = {
  sender: { qualifier: '14', id: '5410000100023' },
  receiver: { qualifier: '14', id: '5412345000020' },
  controlNumber: 12,
  at: '2026-11-02T06:15:00Z',
  test: false,
}

const answer = (confirmedQuantity: string, reason: LineAnswer['reason'] = 'none'): LineAnswer => ({
  confirmedQuantity,
  shippedOn: '2026-11-10',
  reason,
})

const order = (...answers: (LineAnswer | undefined)[]): OrderForMessage => ({
  number: 'PO-2026-17',
  customerNumber: 'K?77*',
  orderedOn: '2026-11-02',
  wantedOn: '2026-11-16',
  currency: 'USD',
  note: "Don't stack: fragile ~ 请小心",
  buyer: { name: 'North Shore', gln: '5410000100023', code: 'C1' },
  supplier: { name: '上海开关厂', gln: null, code: 'VITALFEW' },
  shipTo: null,
  lines: answers.map((each, at) => ({
    line: at + 1,
    gtin: at === 0 ? '4006381333931' : null,
    buyerCode: at === 0 ? null : 'K+12',
    supplierCode: `SW-${at + 1}`,
    name: 'Switch, 10 A',
    quantity: '12.5',
    unit: at === 0 ? 'piece' : '千克',
    unitPrice: at === 0 ? '3.50' : null,
    ...(each && { answer: each }),
  })),
})

/** Body segments of a written interchange; fails where it is not whole. */
function body(text: string): Segment[] {
  const segments: Segment[] = []
  const interchanges = readInterchanges(text, { segment: segment => segments.push(segment) })
  expect(interchanges.map(firstFault)).toEqual([null])
  expect(interchanges[0]).toMatchObject({ sender: envelope.sender, receiver: envelope.receiver })
  return segments
}
const all = (segments: readonly Segment[], tag: string) => segments.filter(segment => segment.tag === tag)
const texts = (segment: Segment) => segment.elements.map(([first]) => first!.join(':'))

test('an 850 says what was ordered, by whom, for when and at which price, whatever signs stand in it', () => {
  const segments = body(purchaseOrder850(order(undefined, undefined), envelope, '004010'))
  expect(texts(segments[0]!)).toEqual(['00', 'SA', 'K?77*', '', '20261102'])
  expect(texts(all(segments, 'DTM')[0]!)).toEqual(['002', '20261116'])
  expect(textOf(all(segments, 'MSG')[0]!, 1)).toBe("Don't stack: fragile ~ 请小心")
  expect(all(segments, 'N1').map(texts)).toEqual([
    ['BY', 'North Shore', 'UL', '5410000100023'],
    ['SU', '上海开关厂', '92', 'VITALFEW'],
  ])
  expect(all(segments, 'PO1').map(texts)).toEqual([
    ['1', '12.5', 'EA', '3.50', 'PE', 'UK', '04006381333931', 'VN', 'SW-1'],
    ['2', '12.5', 'KG', '', '', 'BP', 'K+12', 'VN', 'SW-2'],
  ])
  expect(texts(all(segments, 'CTT')[0]!)).toEqual(['2', '25'])
})

test.each([
  ['accepted as it stands', [undefined, answer('12.5')], 'AD', ['IA', 'IA'], '29', ['5', '5']],
  ['cut in one line', [answer('10', 'allocated'), answer('12.5')], 'AC', ['IQ', 'IA'], '4', ['3', '5']],
  ['to be completed later', [answer('10', 'back ordered'), answer('12.5')], 'AC', ['IB', 'IA'], '4', ['3', '5']],
  ['refused', [answer('0', 'discontinued'), answer('0.0', 'credit')], 'RD', ['IR', 'IR'], '27', ['7', '7']],
])('an order that is %s is answered so in 855 and ORDRSP', (_, answers, kind, lines, response, actions) => {
  const x12 = body(acknowledgement855(order(...answers), envelope, '005010'))
  expect(texts(x12[0]!)).toEqual(['00', kind, 'K?77*', '20261102', '', '', '', 'PO-2026-17'])
  expect(all(x12, 'ACK').map(segment => textOf(segment, 1))).toEqual(lines)
  const edifact = body(ordrsp(order(...answers), envelope, 'D.01B'))
  expect(texts(edifact[0]!)).toEqual(['231', 'PO-2026-17', response])
  expect(all(edifact, 'LIN').map(segment => textOf(segment, 2))).toEqual(actions)
})

test('ORDERS says the same in EDIFACT, and what waits stands beside what is confirmed in ORDRSP', () => {
  const segments = body(orders(order(undefined, undefined), envelope, 'D.96A'))
  expect(all(segments, 'NAD').map(texts)).toEqual([
    ['BY', '5410000100023::9', '', 'North Shore'],
    ['SU', 'VITALFEW::92', '', '上海开关厂'],
  ])
  expect(all(segments, 'QTY').map(texts)).toEqual([['21:12.5:PCE'], ['21:12.5:KGM']])
  expect(all(segments, 'PRI').map(texts)).toEqual([['AAA:3.50']])
  expect(all(segments, 'RFF').map(texts)).toEqual([['ON:K?77*'], ['VN:PO-2026-17']])
  const waiting = body(ordrsp(order(answer('10', 'back ordered')), envelope, 'D.96A'))
  expect(all(waiting, 'QTY').map(texts)).toEqual([['21:12.5:PCE'], ['113:10:PCE'], ['83:2.5:PCE']])
})
