import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type ChainMessage, messageInForce, stateOfMessages } from './alert-state.ts'
import type { CapMessage } from './cap.ts'
import { hazardOfMessage, messageExposures } from './message-exposure.ts'
import { readCap } from './read-cap.ts'
import { readXml } from './read-xml.ts'

const folder = '../shared/data/cap'
const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What becomes of each published file (google/cap-library's test data): its hazard, or the faults. */
const published: [string, { hazard: string; signed?: boolean; references?: number } | { faults: string[] }][] = [
  ['43b080713727.cap', { hazard: 'security' }],
  ['KAR0-0306112239-SW.cap', { hazard: 'other' }],
  ['australia.cap', { hazard: 'fire' }],
  ['canada.cap', { hazard: 'thunderstorm', references: 2 }],
  ['canada_errors.cap', { faults: ['missing references'] }],
  ['canada_signed.cap', { hazard: 'snow', signed: true, references: 9 }],
  ['earthquake-iso8859-1.cap', { hazard: 'earthquake', signed: true }],
  ['earthquake.cap', { hazard: 'earthquake' }],
  ['earthquake_signed.cap', { hazard: 'earthquake', signed: true }],
  ['invalid.cap', { faults: ['missing scope'] }],
  ['no_optional_fields.cap', { hazard: 'other' }],
  [
    'noaa_errors.cap',
    {
      faults: [
        'missing references',
        'missing info.urgency',
        'missing info.severity',
        'missing info.certainty',
        'not a place info.area.polygon',
        'not a place info.area.polygon',
      ],
    },
  ],
  ['thunderstorm.cap', { hazard: 'thunderstorm' }],
  ['wcatwc-warning.cap', { hazard: 'tsunami', references: 1 }],
  ['weather.cap', { hazard: 'flood' }],
  ['xee.cap', { faults: ['doctype alert'] }],
]

describe.skipIf(!existsSync(folder))('the published messages (skipped where ../shared/data/cap is not there)', () => {
  test.each(published)('%s', (file, expected) => {
    const { message, faults } = readCap(readFileSync(`${folder}/${file}`))
    if ('faults' in expected) {
      expect(faults?.map(fault => `${fault.reason} ${fault.field}`)).toEqual(expected.faults)
      return
    }
    expect(faults).toBeUndefined()
    const { hazard, signed = false, references = 0 } = expected
    expect(hazardOfMessage(message!)).toBe(hazard)
    expect(message).toMatchObject({ signed })
    expect(message!.references).toHaveLength(references)
  })

  test('letters of ISO 8859-1 are read as they were meant', () => {
    const { message } = readCap(readFileSync(`${folder}/earthquake-iso8859-1.cap`))
    expect(message!.infos[0]!.headline).toContain('Usulután')
  })
})

const info = (more = '') => `<info><category>Met</category><event>Flood</event><urgency>Expected</urgency>
  <severity>Severe</severity><certainty>Likely</certainty>${more}</info>`
const alert = (
  body: string,
  head: { kind?: string; identifier?: string; sent?: string; status?: string } = {},
) => `<?xml version="1.0"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${head.identifier ?? 'a1'}</identifier><sender>met@example.cn</sender>
<sent>${head.sent ?? '2026-11-01T08:00:00+08:00'}</sent><status>${head.status ?? 'Actual'}</status><msgType>${head.kind ?? 'Alert'}</msgType><scope>Public</scope>${body}</alert>`
const read = (text: string) => readCap(bytesOf(text))
const faultsOf = (text: string) => read(text).faults?.map(fault => `${fault.reason} ${fault.field}`)
const messageOf = (text: string): CapMessage => {
  const { message, faults } = read(text)
  if (!message) throw new Error(JSON.stringify(faults))
  return message
}

describe('reading', () => {
  test('entities that a document defines are never expanded: it is refused with its document type', () => {
    const laughs = `<!DOCTYPE alert [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${alert('').replace(/<\?xml.*\?>/, '')}`
    expect(faultsOf(laughs)).toEqual(['doctype alert'])
    expect(messageOf(alert(info('<headline>R&amp;D &lt;b&gt; &#25968; &bomb;</headline>'))).infos[0]!.headline).toBe(
      'R&D <b> 数 &bomb;',
    )
  })

  test('what is no message says so', () => {
    expect(faultsOf('storm coming')).toEqual(['not xml alert'])
    expect(faultsOf('<alert><identifier>1</identifier></alert>')).toEqual(['not cap alert'])
    expect(faultsOf(alert('').replace('cap:1.2', 'cap:2.0'))).toEqual(['not cap alert'])
    expect(readCap(new Uint8Array([0xff, 0xff, 0xff])).faults).toEqual([{ reason: 'encoding', field: 'alert' }])
  })

  test('a child named like a part of every object does no harm', () => {
    readXml('<a><__proto__><text>x</text></__proto__><constructor>y</constructor></a>')
    expect(({} as Record<string, unknown>).text).toBeUndefined()
  })

  test('times need their offset, and Z is taken for one', () => {
    expect(faultsOf(alert('', { sent: '2026-11-01T08:00:00' }))).toEqual(['not a time sent'])
    expect(messageOf(alert('', { sent: '2026-11-01T08:00:00Z' })).sent).toBe('2026-11-01T08:00:00.000Z')
    expect(messageOf(alert('', { sent: '2026-11-01T08:00:00-00:00' })).sent).toBe('2026-11-01T08:00:00.000Z')
  })

  test('a restricted message says to whom it is restricted', () => {
    const restricted = alert('').replace('Public', 'Restricted')
    expect(faultsOf(restricted)).toEqual(['missing restriction'])
    expect(messageOf(restricted.replace('</scope>', '</scope><restriction>Port users</restriction>'))).toMatchObject({
      scope: 'Restricted',
      restriction: 'Port users',
    })
  })

  test.each([
    ['28,121 29,121 29,122 28,121', true],
    ['28,121 29,121 28,121', false],
    ['28,121 29,121 29,122 28,122', false],
    ['91,121 29,121 29,122 91,121', false],
  ])('polygon %s: %s', (polygon, good) => {
    const { message } = read(alert(info(`<area><areaDesc>Coast</areaDesc><polygon>${polygon}</polygon></area>`)))
    expect(message !== undefined).toBe(good)
  })
})

describe('who is warned', () => {
  const warned = (area: string, places: { latitude: number; longitude: number; cities: string[] }[], more = '') =>
    messageExposures(messageOf(alert(info(`${more}<area>${area}</area>`))), places).map(
      ({ site, by }) => `${site} ${by}`,
    )
  const place = (latitude: number, longitude: number, ...cities: string[]) => ({ latitude, longitude, cities })

  test('within a polygon, not beside it', () => {
    const square = '<areaDesc>x</areaDesc><polygon>28,121 29,121 29,122 28,122 28,121</polygon>'
    expect(warned(square, [place(28.5, 121.5), place(28.5, 122.01), place(27.99, 121.5)])).toEqual(['0 area'])
  })

  test('across the date line', () => {
    const square = '<areaDesc>x</areaDesc><polygon>-20,178 -10,178 -10,-178 -20,-178 -20,178</polygon>'
    expect(warned(square, [place(-15, 179.5), place(-15, -179), place(-15, 177), place(-15, 0)])).toEqual([
      '0 area',
      '1 area',
    ])
  })

  test('within a circle by its radius in kilometres; a spot without a radius holds nothing', () => {
    const circle = (radius: number) => `<areaDesc>x</areaDesc><circle>28.66,121.42 ${radius}</circle>`
    // Linhai lies 34 km from Taizhou's centre.
    expect(warned(circle(35), [place(28.85535, 121.1447)])).toEqual(['0 area'])
    expect(warned(circle(33), [place(28.85535, 121.1447)])).toEqual([])
    expect(warned(circle(0), [place(28.66, 121.42)])).toEqual([])
  })

  test('by the name of the city only where no area is drawn', () => {
    const words = '<areaDesc>Coastal areas of Taizhou and 温州市</areaDesc>'
    const places = [place(0, 0, 'Taizhou', '台州'), place(0, 0, 'Wenzhou', '温州'), place(0, 0, 'Tai')]
    expect(warned(words, places)).toEqual(['0 name', '1 name'])
    expect(warned(`${words}<circle>10,10 5</circle>`, places)).toEqual([])
  })

  test('not when all is clear, or the danger is past', () => {
    const circle = '<areaDesc>x</areaDesc><circle>28.66,121.42 50</circle>'
    expect(warned(circle, [place(28.66, 121.42)], '<responseType>AllClear</responseType>')).toEqual([])
  })
})

describe('what is said later', () => {
  const first = messageOf(alert(info('<expires>2026-11-02T08:00:00+08:00</expires>')))
  const reference = '<references>met@example.cn,a1,2026-11-01T08:00:00+08:00</references>'
  const update = messageOf(
    alert(`${reference}${info('<expires>2026-11-03T08:00:00+08:00</expires>')}`, {
      kind: 'Update',
      identifier: 'a2',
      sent: '2026-11-01T20:00:00+08:00',
    }),
  )
  const cancel = messageOf(alert(reference, { kind: 'Cancel', identifier: 'a3', sent: '2026-11-01T22:00:00+08:00' }))
  const at = (day: string) => Date.parse(`2026-11-${day}+08:00`)
  const state = (messages: ChainMessage[], now: number) => stateOfMessages(messages, now)

  test('an update takes the place of what it refers to, in whatever order they come', () => {
    expect(messageInForce([first, update]).message?.identifier).toBe('a2')
    expect(messageInForce([update, first]).message?.identifier).toBe('a2')
    expect(state([first], at('02T07:59:59'))).toBe('active')
    expect(state([first], at('02T08:00:00'))).toBe('expired')
    expect(state([first, update], at('02T08:00:00'))).toBe('active')
    expect(state([first, update], at('03T08:00:00'))).toBe('expired')
  })

  test('a cancellation ends it, even one that came first', () => {
    expect(state([first, cancel], at('01T23:00:00'))).toBe('cancelled')
    expect(state([cancel, first], at('01T23:00:00'))).toBe('cancelled')
    expect(state([cancel], at('01T23:00:00'))).toBe('cancelled')
  })

  test('an update after a cancellation holds again', () => {
    const again = { ...update, sent: '2026-11-01T15:00:00.000Z' }
    expect(state([first, cancel, again], at('01T23:30:00'))).toBe('active')
  })

  test('exercises, tests and drafts warn nobody', () => {
    for (const status of ['Exercise', 'Test', 'Draft', 'System'])
      expect(state([messageOf(alert(info(), { status }))], at('01T09:00:00'))).toBe('drill')
  })

  test('a message made to keep us busy is refused: more parts or corners than any service sends', () => {
    expect(readCap(bytesOf(alert(info().repeat(200)))).faults).toBeUndefined()
    expect(readCap(bytesOf(alert(info().repeat(201)))).faults).toEqual([{ reason: 'not allowed', field: 'info' }])
    const corners = Array.from({ length: 50_000 }, (_, at) => `${at % 80},${at % 170}`)
    const area = (points: readonly string[]) =>
      `<area><areaDesc>A</areaDesc><polygon>${points.join(' ')}</polygon></area></info>`
    const drawn = (points: readonly string[]) => readCap(bytesOf(alert(info().replace('</info>', area(points)))))
    expect(drawn([...corners.slice(0, 49_999), corners[0]!]).faults).toBeUndefined()
    expect(drawn([...corners, corners[0]!]).faults?.map(({ field }) => field)).toEqual(['info.area.polygon'])
  })

  test('a message that names no end holds for a day', () => {
    const open = messageOf(alert(info()))
    expect(state([open], at('02T07:59:59'))).toBe('active')
    expect(state([open], at('02T08:00:00'))).toBe('expired')
  })
})
