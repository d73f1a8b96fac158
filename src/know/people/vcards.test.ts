import fc from 'fast-check'
import ICAL from 'ical.js'
import { parse } from 'vcard4'
import { describe, expect, test } from 'vitest'
import { buyingRoles } from './buying-role.ts'
import { type Card, emptyCard } from './card.ts'
import { channels, usualLanguages } from './profile.ts'
import { readVCards } from './read-vcards.ts'
import { writeVCards } from './write-vcards.ts'

const madeAt = '2026-11-02T01:00:00.000Z'
const write = (card: Card) => writeVCards([{ ...card, uid: 'vitalfew-contact-42' }], madeAt)

const chen: Card = {
  ...emptyCard,
  name: '陈静 Chen Jing',
  organisation: 'Harbour Works, Ltd; Ningbo',
  department: 'Purchasing 采购部',
  role: 'Purchasing manager 采购经理',
  buyingRole: 'decision maker',
  phone: '+86 574 5550 0101',
  mobile: '+86 139 5550 0101',
  email: 'jing.chen@harbour.example',
  wechat: 'jing_chen 01',
  note: 'Plans in March;\ncalls back, always\\.',
  languages: ['zh', 'en'],
  birthday: '1980-05-01',
  influence: 5,
  stance: -1,
  channelsPreferred: ['wechat', 'visit'],
  channelsRead: ['trade press'],
  preferences:
    'Longjing tea, badminton, and a long talk about ships that goes on well beyond the seventy-fifth octet 龙井茶与羽毛球',
  gifts: 'No alcohol',
  taboos: 'Never call before nine; no “4”',
  acquaintances: [
    { name: '陈晓岚 Chen Xiaolan', strength: 4, since: '2021-03-01', lastContactOn: '2026-10-20' },
    { name: 'Marcus Ong', strength: 1, since: null, lastContactOn: null },
  ],
  jobs: [
    { code: 'A;1', account: 'Old Works', title: 'Buyer', fromDay: '2015-01-01', toDay: '2020-06-30' },
    { code: 'A2', account: 'Harbour Works', title: null, fromDay: '2020-06-30', toDay: null },
  ],
}

describe('a person as vCard 4', () => {
  test('comes back without any loss', () => {
    expect(readVCards(write(chen))).toEqual([chen])
  })

  test('comes back whatever the texts hold', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
      .map(given => given.replace(/[\p{Cc}\u2028\u2029]/gu, '').trim())
    const some = text.map(given => given || null)
    const card = fc.record({
      name: text.filter(given => given !== ''),
      organisation: some,
      department: some,
      role: some,
      phone: some.filter(number => !/^tel:/i.test(number ?? '')),
      note: some,
      gifts: some,
      taboos: some,
      preferences: some,
      wechat: some,
      buyingRole: fc.constantFrom(...buyingRoles, null),
      influence: fc.constantFrom(1, 2, 3, 4, 5, null),
      stance: fc.constantFrom(-2, -1, 0, 1, 2, null),
      languages: fc.subarray([...usualLanguages]),
      channelsRead: fc.subarray([...channels]),
    })
    fc.assert(
      fc.property(card, given => {
        expect(readVCards(write({ ...emptyCard, ...given }))).toEqual([{ ...emptyCard, ...given }])
      }),
      { numRuns: 300 },
    )
  })

  test('is read by an independent parser of RFC 6350, property by property', () => {
    const card = parse(write(chen)) as unknown as { getProperty: (name: string) => { value: unknown }[] | undefined }
    const said = (name: string) => JSON.stringify(card.getProperty(name))
    for (const [name, words] of [
      ['FN', '陈静 Chen Jing'],
      ['TITLE', 'Purchasing manager'],
      ['ROLE', 'decision maker'],
      ['EMAIL', 'jing.chen@harbour.example'],
      ['TEL', '+86 574 5550 0101'],
      ['RELATED', 'Chen Xiaolan'],
      ['ORG', 'Harbour Works'],
      ['HOBBY', 'Longjing tea'],
      ['LANG', 'zh'],
    ] as const)
      expect(said(name)).toContain(words)
  })

  test('is read by a second one, which most calendars are built on', () => {
    const [, properties] = ICAL.parse(write(chen)) as unknown as [string, [string, object, string, unknown][]]
    const value = (name: string) => properties.filter(each => each[0] === name).map(each => each[3])
    expect(value('version')).toEqual(['4.0'])
    expect(value('fn')).toEqual([chen.name])
    expect(value('title')).toEqual([chen.role])
    expect(value('tel')).toEqual([chen.phone, chen.mobile])
    expect(value('lang')).toEqual(['zh', 'en'])
    expect(value('bday')).toEqual(['1980-05-01'])
    expect(value('note')).toEqual([chen.note])
    expect(value('related')).toEqual(['陈晓岚 Chen Xiaolan', 'Marcus Ong'])
  })

  test('has no line beyond 75 octets, none cut within a character, and each ends with CR LF', () => {
    const lines = write(chen).split('\r\n')
    expect(Math.max(...lines.map(line => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(write(chen)).not.toMatch(/�|[^\r]\n/)
  })
})

describe('cards of other programs', () => {
  const read = (...lines: string[]) => readVCards(['BEGIN:VCARD', ...lines, 'END:VCARD'].join('\r\n'))[0]

  test('of a phone in version 2.1, quoted printable with a soft break', () => {
    expect(
      read(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=99=88;=E9=9D=\r\n=99;;;',
        'TEL;CELL:13955500101',
        'TEL;WORK;FAX:057455500102',
      ),
    ).toEqual({ ...emptyCard, name: '陈静', mobile: '13955500101' })
  })

  test('in a Chinese charset', () => {
    expect(read('VERSION:2.1', 'FN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=B3=C2=BE=B2')?.name).toBe('陈静')
  })

  test('of version 3 with groups, several numbers and no FN', () => {
    expect(
      read(
        'VERSION:3.0',
        'N:Nguyen;Lan;Thi;;',
        'item1.TEL;type=WORK;type=VOICE:+84 28 5550 0101',
        'item1.EMAIL;type=INTERNET;type=pref:lan@saigon.example',
        'ROLE:Head of purchasing',
      ),
    ).toEqual({
      ...emptyCard,
      name: 'Lan Thi Nguyen',
      phone: '+84 28 5550 0101',
      email: 'lan@saigon.example',
      role: 'Head of purchasing',
    })
  })

  test('a card that never ends is not taken, the next one is', () => {
    expect(readVCards('BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C')).toEqual([
      null,
      { ...emptyCard, name: 'B' },
      null,
    ])
  })

  test('a line folded a hundred thousand times is read in a moment, with a colon and without', () => {
    const folds = ' a\n'.repeat(100_000)
    const began = performance.now()
    expect(readVCards(`BEGIN:VCARD\nFN:A\nX\n${folds}END:VCARD`)).toEqual([{ ...emptyCard, name: 'A' }])
    expect(readVCards(`BEGIN:VCARD\nFN:\n${folds}END:VCARD`)[0]?.name).toHaveLength(100_000)
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  test('a day or rank that cannot be is left out', () => {
    expect(read('FN:A', 'BDAY:20260230', 'X-VITALFEW-INFLUENCE:6', 'X-VITALFEW-STANCE:-3')).toEqual({
      ...emptyCard,
      name: 'A',
    })
  })
})
