import { expect, test } from 'vitest'
import { activity852, inventory846, sales96 } from '../messages.fixture.ts'
import type { MessageEnvelope } from '../order-for-message.ts'
import { acknowledgeEdifact } from './acknowledge-edifact.ts'
import { acknowledgeX12 } from './acknowledge-x12.ts'
import { firstFault } from './interchange-facts.ts'
import { AcknowledgementReader } from './read-acknowledgements.ts'
import { readInterchanges } from './read-interchange.ts'

const envelope: MessageEnvelope = {
  sender: { qualifier: 'ZZ', id: 'VITALFEW' },
  receiver: { qualifier: 'ZZ', id: 'NORTHSHORE' },
  controlNumber: 5,
  at: '2026-11-02T06:15:00Z',
  test: false,
}

/** The lines of the answer that say something of what was sent. */
function answerTo(text: string, refused = firstFault(readInterchanges(text)[0]!) !== null): string[] {
  const [facts] = readInterchanges(text)
  const answer =
    facts!.standard === 'x12'
      ? acknowledgeX12(facts!, envelope, refused, '004010')
      : acknowledgeEdifact(facts!, envelope, refused)
  // What we write must itself be whole.
  if (answer !== '') expect(readInterchanges(answer).map(firstFault)).toEqual([null])
  return answer.split('\n').filter(line => /^(TA1|AK|UC)/.test(line))
}

test.each([
  ['nothing', activity852, ['AK1*PD*101~', 'AK2*852*0001~', 'AK5*A~', 'AK9*A*1*1*1~']],
  [
    'a wrong number of segments',
    activity852.replace('SE*20*', 'SE*21*'),
    ['AK1*PD*101~', 'AK2*852*0001~', 'AK5*R*4~', 'AK9*R*1*1*0~'],
  ],
  [
    'another number in the trailer',
    activity852.replace('SE*20*0001', 'SE*20*0002'),
    ['AK1*PD*101~', 'AK2*852*0001~', 'AK5*R*3~', 'AK9*R*1*1*0~'],
  ],
  [
    'a segment of no such message',
    activity852.replace('N9*DP*014~', 'ZZ9*DP*014~'),
    ['AK1*PD*101~', 'AK2*852*0001~', 'AK3*ZZ9*3**1~', 'AK5*R*5~', 'AK9*R*1*1*0~'],
  ],
  [
    'a report without its period',
    activity852.replace('XQ*H*20261026*20261101~\n', '').replace('SE*20*', 'SE*19*'),
    ['AK1*PD*101~', 'AK2*852*0001~', 'AK3*XQ*2**3~', 'AK5*R*5~', 'AK9*R*1*1*0~'],
  ],
  [
    'a wrong number of lines',
    activity852.replace('CTT*2~', 'CTT*3~'),
    ['AK1*PD*101~', 'AK2*852*0001~', 'AK3*CTT*19**8~', 'AK5*R*5~', 'AK9*R*1*1*0~'],
  ],
  [
    'a wrong number of messages',
    activity852.replace('GE*1*101', 'GE*2*101'),
    ['AK1*PD*101~', 'AK2*852*0001~', 'AK5*R~', 'AK9*R*2*1*0*5~'],
  ],
  [
    'another number of the group',
    activity852.replace('GE*1*101', 'GE*1*102'),
    ['AK1*PD*101~', 'AK2*852*0001~', 'AK5*R~', 'AK9*R*1*1*0*4~'],
  ],
  [
    'a group of another kind',
    activity852.replace('GS*PD', 'GS*IB'),
    ['AK1*IB*101~', 'AK2*852*0001~', 'AK5*R~', 'AK9*R*1*1*0*1~'],
  ],
  [
    'another number of the interchange',
    activity852.replace('IEA*1*000000101', 'IEA*1*000000100'),
    ['TA1*000000101*261102*0615*R*001~', 'AK1*PD*101~', 'AK2*852*0001~', 'AK5*R~', 'AK9*R*1*1*0~'],
  ],
  [
    'a wrong number of groups',
    activity852.replace('IEA*1*', 'IEA*3*'),
    ['TA1*000000101*261102*0615*R*021~', 'AK1*PD*101~', 'AK2*852*0001~', 'AK5*R~', 'AK9*R*1*1*0~'],
  ],
  [
    'an end before the end',
    activity852.slice(0, activity852.indexOf('GE*')),
    ['TA1*000000101*261102*0615*R*023~', 'AK1*PD*101~', 'AK2*852*0001~', 'AK5*R~', 'AK9*R*1*1*0~'],
  ],
])('a 997 answers %s by the codes of X12', (_, text, lines) => {
  expect(answerTo(text)).toEqual(lines)
})

test('an envelope that asks for it gets its TA1 also where all is well', () => {
  expect(answerTo(activity852.replace('*0*P*>', '*1*P*>'))[0]).toBe('TA1*000000101*261102*0615*A*000~')
})

test('a message of a kind that is not read is rejected by its number, and the group accepted in part', () => {
  const invoice = 'ST*810*0002~\nBIG*20261101*77~\nSE*3*0002~\n'
  const both = activity852.replace('GE*1*101', `${invoice}GE*2*101`)
  expect(answerTo(both)).toEqual([
    'AK1*PD*101~',
    'AK2*852*0001~',
    'AK5*A~',
    'AK2*810*0002~',
    'AK5*R*1~',
    'AK9*P*2*2*1~',
  ])
})

test('an acknowledgement is not acknowledged', () => {
  const [facts] = readInterchanges(inventory846)
  const answer = acknowledgeX12(facts!, envelope, false, '005010')
  expect(answerTo(answer)).toEqual([])
})

test.each([
  ['nothing', sales96, [`UCI+SR88+5410000100023:14+5412345000020:14+7'`, `UCM+1+SLSRPT:D:96A:UN:EAN004+7'`]],
  [
    'a wrong number of segments',
    sales96.replace('UNT+19', 'UNT+20'),
    [`UCI+SR88+5410000100023:14+5412345000020:14+4'`, `UCM+1+SLSRPT:D:96A:UN:EAN004+4+29+UNT'`],
  ],
  [
    'a segment of no such message',
    sales96.replace('IMD+F', 'IMX+F'),
    [`UCI+SR88+5410000100023:14+5412345000020:14+4'`, `UCM+1+SLSRPT:D:96A:UN:EAN004+4'`, `UCS+10+15'`],
  ],
  [
    'another reference of the interchange',
    sales96.replace('UNZ+1+SR88', 'UNZ+1+SR89'),
    [`UCI+SR88+5410000100023:14+5412345000020:14+4+28+UNZ'`, `UCM+1+SLSRPT:D:96A:UN:EAN004+4'`],
  ],
  [
    'a wrong number of messages',
    sales96.replace('UNZ+1', 'UNZ+2'),
    [`UCI+SR88+5410000100023:14+5412345000020:14+4+29+UNZ'`, `UCM+1+SLSRPT:D:96A:UN:EAN004+4'`],
  ],
])('a CONTRL answers %s by the codes of EDIFACT', (_, text, lines) => {
  expect(answerTo(text)).toEqual(lines)
})

test('what a partner says of ours is read from its 997 and its CONTRL', () => {
  const verdicts = (text: string) => {
    const reader = new AcknowledgementReader()
    readInterchanges(text, { segment: segment => reader.segment(segment) })
    return reader.verdicts
  }
  const x12 = (text: string) => acknowledgeX12(readInterchanges(text)[0]!, envelope, false, '004010')
  expect(verdicts(x12(activity852))).toEqual([{ control: '101', accepted: true }])
  expect(verdicts(x12(activity852.replace('SE*20*', 'SE*21*')))).toEqual([{ control: '101', accepted: false }])
  const edifact = (text: string, refused: boolean) => acknowledgeEdifact(readInterchanges(text)[0]!, envelope, refused)
  expect(verdicts(edifact(sales96, false))).toEqual([{ control: 'SR88', accepted: true }])
  expect(verdicts(edifact(sales96, true))).toEqual([{ control: 'SR88', accepted: false }])
})
