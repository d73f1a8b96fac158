import { expect, test } from 'vitest'
import { activity852, sales96, stock01 } from '../messages.fixture.ts'
import { PieceDecoder, statedEncoding } from './character-set.ts'
import { firstFault } from './interchange-facts.ts'
import { spanOf } from './message-day.ts'
import { readInterchanges } from './read-interchange.ts'
import { type Segment, textOf } from './segment.ts'

test.each([
  ['20261101', '102', '2026-11-01', '2026-11-01'],
  ['261101', '101', '2026-11-01', '2026-11-01'],
  ['202611011530', '203', '2026-11-01', '2026-11-01'],
  ['2026102620261101', '718', '2026-10-26', '2026-11-01'],
  ['20261026-20261101', '718', '2026-10-26', '2026-11-01'],
  ['202602', '610', '2026-02-01', '2026-02-28'],
  ['202601', '616', '2025-12-29', '2026-01-04'],
  ['202653', '616', '2026-12-28', '2027-01-03'],
])('%s in format %s is from %s to %s', (text, format, from, to) => {
  expect(spanOf(text, format)).toEqual({ from, to })
})

test.each([
  ['20261301', '102'],
  ['20260230', '102'],
  ['2026110', '102'],
  ['2026110120261026', '718'],
  ['202613', '610'],
  ['', '102'],
])('%s in format %s is no day', (text, format) => {
  expect(spanOf(text, format)).toBeNull()
})

const decoded = (bytes: Uint8Array) => {
  const decoder = new PieceDecoder(statedEncoding(Buffer.from(bytes).toString('latin1')))
  let text = ''
  for (const byte of bytes) text += decoder.push(Uint8Array.of(byte))
  return text + decoder.end()
}
const unb = (syntax: string, name: string) => `UNB+${syntax}+A+B+261102:0710+1'\nUNH+1+SLSRPT:D:96A:UN'\nFTX+${name}'\n`

test.each([
  ['UNOC:3', 'Café', Buffer.from(unb('UNOC:3', 'Café'), 'latin1')],
  ['UNOA:2', 'Café', Buffer.from(unb('UNOA:2', 'Café'), 'latin1')],
  ['UNOA:2', 'Café 上海', Buffer.from(unb('UNOA:2', 'Café 上海'))],
  ['UNOW:4', '上海', Buffer.from(unb('UNOW:4', '上海'))],
  ['UNOY:4', '上海', Buffer.from(unb('UNOY:4', '上海'))],
  [
    'UNOX:3',
    '上海',
    Buffer.concat([
      Buffer.from("UNB+UNOX:3+A+B+261102:0710+1'\nFTX+"),
      Buffer.from([0xc9, 0xcf, 0xba, 0xa3]),
      Buffer.from("'\n"),
    ]),
  ],
  [
    'UNOE:3',
    'Свет',
    Buffer.concat([
      Buffer.from("UNB+UNOE:3+A+B+261102:0710+1'\nFTX+"),
      Buffer.from([0xc1, 0xd2, 0xd5, 0xe2]),
      Buffer.from("'\n"),
    ]),
  ],
  ['UNOA:4::7', '上海', Buffer.from(unb('UNOA:4::7', '上海'))],
])('%s is read byte by byte as %s', (_, name, bytes) => {
  expect(decoded(bytes)).toContain(`FTX+${name}'`)
})

function bodyOf(text: string): Segment[] {
  const segments: Segment[] = []
  const interchanges = readInterchanges(text, { segment: segment => segments.push(segment) })
  expect(interchanges.map(firstFault)).toEqual([null])
  return segments
}

test('an interchange is the same on one line, with other line ends, after a byte order mark and with other signs', () => {
  const usual = bodyOf(activity852)
  for (const other of [
    activity852.replaceAll('\n', ''),
    activity852.replaceAll('\n', '\r\n'),
    `\ufeff\r\n${activity852}\u001a`,
    activity852.replaceAll('~\n', '\n').replaceAll('*', '|'),
    activity852.replaceAll('~\n', '~').replaceAll('*', ','),
  ])
    expect(bodyOf(other)).toEqual(usual)
  const edifact = bodyOf(stock01)
  expect(bodyOf(stock01.replaceAll('\n', ''))).toEqual(edifact)
  expect(bodyOf(`UNA;*.! ~${stock01.replaceAll(':', ';').replaceAll('+', '*').replaceAll("'", '~')}`)).toEqual(edifact)
})

test('released signs are data, and a released release sign is one', () => {
  const [bgm] = bodyOf(sales96.replace('BGM+73E::9+SDR1568', "BGM+73E::9+S?+D?:R?'1??"))
  expect(textOf(bgm!, 2)).toBe("S+D:R'1?")
})

test('groups of EDIFACT are followed by UNG and UNE, and UNZ counts them', () => {
  const grouped = stock01
    .replace('UNH+ME1', "UNG+INVRPT+A+B+261102:0711+G7+UN+D:01B'\nUNH+ME1")
    .replace("UNZ+1+IR89'", "UNE+1+G7'\nUNZ+1+IR89'")
  expect(readInterchanges(grouped)).toMatchObject([
    { fault: null, groups: [{ code: 'INVRPT', control: 'G7', stated: 1, fault: null }] },
  ])
  expect(firstFault(readInterchanges(grouped.replace('UNE+1+G7', 'UNE+2+G7'))[0]!)).toMatchObject({
    code: 'message_count_wrong',
    segment: 'UNE',
  })
})
