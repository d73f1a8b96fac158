import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MessageEnvelope } from '../order-for-message.ts'
import { PieceDecoder, statedEncoding } from './character-set.ts'
import { firstFault } from './interchange-facts.ts'
import { InterchangeReader } from './read-interchange.ts'
import type { Segment, Written } from './segment.ts'
import { SegmentSplitter } from './segment-splitter.ts'
import { writeEdifact } from './write-edifact.ts'
import { writeX12 } from './write-x12.ts'

const envelope: MessageEnvelope = {
  sender: { qualifier: 'ZZ', id: 'NORTHSHORE' },
  receiver: { qualifier: 'ZZ', id: 'VITALFEW' },
  controlNumber: 4711,
  at: '2026-11-02T06:15:00Z',
  test: false,
}

/** Reads bytes in pieces of this size: the bodies of the messages, and the first fault. */
function read(bytes: Uint8Array, size = 64) {
  const bodies: Segment[][] = []
  const reader = new InterchangeReader({
    begins: () => bodies.push([]),
    segment: segment => bodies.at(-1)!.push(segment),
  })
  const decoder = new PieceDecoder(statedEncoding(Buffer.from(bytes.subarray(0, 512)).toString('latin1')))
  for (let at = 0; at < bytes.length; at += size) reader.push(decoder.push(bytes.subarray(at, at + size)))
  reader.push(decoder.end())
  reader.end()
  const faults = reader.interchanges.map(firstFault)
  return { bodies, fault: faults.find(Boolean) ?? null, interchanges: reader.interchanges }
}

// Any text but control characters, which separate; blanks at the ends are no data in either standard.
const text = fc.string({ unit: 'binary', maxLength: 12 }).map(each =>
  each
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\ufeff\ufffd]/gu, '')
    .trim(),
)
const signs = fc.constantFrom("'", '+', ':', '?', '*', '~', '>', '^', '??', "?'", '|', 'ISA*', 'SE')
const component = fc.oneof(text, signs)
const element = fc.oneof(component, fc.array(component, { minLength: 2, maxLength: 4 }))
/** What is empty at the end is not written, and so is not there when read. */
const segment = fc
  .tuple(fc.constantFrom('N9', 'PID', 'MSG', 'REF'), fc.array(element, { minLength: 1, maxLength: 5 }))
  .map(([tag, elements]): Written => {
    const whole = elements.map(each => (typeof each === 'string' ? each : withoutEmptyEnd(each)))
    while (whole.length > 0 && (whole.at(-1) === '' || whole.at(-1)!.length === 0)) whole.pop()
    return [tag, ...whole]
  })
  .filter(each => each.length > 1)

function withoutEmptyEnd(components: string[]): string | string[] {
  const kept = [...components]
  while (kept.at(-1) === '') kept.pop()
  return kept.length < 2 ? (kept[0] ?? '') : kept
}

const plain = (segments: readonly Segment[]): Written[] =>
  segments.map(({ tag, elements }) => [tag, ...elements.map(([first]) => (first!.length > 1 ? first! : first![0]!))])

const messages = fc.array(fc.array(segment, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 })

test('what is written in X12 is read back, whatever signs the data holds, in pieces of any size', () => {
  fc.assert(
    fc.property(
      messages,
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom('004010' as const, '005010' as const),
      (bodies, size, version) => {
        const whole = bodies.map(segments => ({
          type: '852',
          segments: [['XQ', 'H', '20261101'] as const, ...segments],
        }))
        const result = read(Buffer.from(writeX12(whole, envelope, version)), size)
        expect(result.fault).toBeNull()
        expect(result.bodies.map(plain)).toEqual(whole.map(each => each.segments.map(each => [...each])))
        expect(result.interchanges[0]).toMatchObject({
          control: '000004711',
          sender: envelope.sender,
          receiver: envelope.receiver,
        })
      },
    ),
    { numRuns: 300 },
  )
})

test('what is written in EDIFACT is read back, whatever signs and scripts the data holds, in pieces of any size', () => {
  fc.assert(
    fc.property(
      messages,
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom('D.96A' as const, 'D.01B' as const),
      (bodies, size, version) => {
        const rename = (segments: readonly Written[]) => segments.map(([, ...rest]) => ['FTX', ...rest] as Written)
        const whole = bodies.map(segments => ({
          type: 'SLSRPT',
          segments: [['BGM', '73E', '1'] as const, ...rename(segments)],
        }))
        const result = read(Buffer.from(writeEdifact(whole, envelope, version)), size)
        expect(result.fault).toBeNull()
        expect(result.bodies.map(plain)).toEqual(whole.map(each => each.segments.map(each => [...each])))
      },
    ),
    { numRuns: 300 },
  )
})

const x12Report = writeX12(
  [
    {
      type: '852',
      segments: [
        ['XQ', 'H', '20261026', '20261101'],
        ['N1', 'BY', 'North Shore', '92', 'NSE'],
        ['LIN', '', 'UP', '036000291452'],
        ['ZA', 'QS', '12', 'EA'],
        ['SDQ', 'EA', '92', 'S01', '5', 'S02', '7'],
        ['CTT', '1'],
      ],
    },
  ],
  envelope,
  '004010',
)
const edifactReport = writeEdifact(
  [
    {
      type: 'SLSRPT',
      segments: [
        ['BGM', '73E', 'SDR1'],
        ['DTM', ['356', '2026102620261101', '718']],
        ['NAD', 'SE', ['5410000100023', '', '9']],
        ['LOC', '162', ['S01', '', '92']],
        ['LIN', '1', '', ['4006381333931', 'EN']],
        ['QTY', ['153', '14']],
        ['CNT', ['2', '1']],
      ],
    },
  ],
  envelope,
  'D.96A',
)

/** Every segment, envelope included, as the signs of its header part it. */
function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = []
  new SegmentSplitter(segment => segments.push(segment)).push(text)
  return segments
}

/** The tags, and how many segments differ. */
function difference(one: readonly Segment[], other: readonly Segment[]) {
  return {
    tags: other.map(each => each.tag).join(' '),
    changed: other.filter((each, at) => JSON.stringify(each) !== JSON.stringify(one[at])).length,
  }
}

test.each([
  ['X12', x12Report],
  ['EDIFACT', edifactReport],
])(
  'no byte can be cut out of %s without a refusal that names a segment, or a single value that differs',
  (_, report) => {
    const whole = read(Buffer.from(report))
    expect(whole.fault).toBeNull()
    const segments = segmentsOf(report)
    let refused = 0
    for (let at = 0; at < report.length; at++) {
      if (report[at] === '\n') continue
      const cut = read(Buffer.from(report.slice(0, at) + report.slice(at + 1)))
      if (cut.fault) {
        expect(cut.fault.segment).not.toBe('')
        expect(cut.fault.position).toBeGreaterThan(0)
        refused++
        continue
      }
      // No count sees it: then it stands inside of one value of one segment, and nothing has moved to another.
      const shorter = segmentsOf(report.slice(0, at) + report.slice(at + 1))
      expect(difference(segments, shorter)).toEqual({ tags: segments.map(each => each.tag).join(' '), changed: 1 })
    }
    expect(refused / report.length).toBeGreaterThan(0.3)
  },
)

test.each([
  ['X12', x12Report],
  ['EDIFACT', edifactReport],
])('an interchange of %s that is cut off anywhere is refused', (_, report) => {
  for (let end = 1; end < report.trimEnd().length; end++)
    expect(read(Buffer.from(report.slice(0, end))).fault, report.slice(0, end)).not.toBeNull()
})
