import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { type Card, emptyCard } from './card.ts'
import { readPeopleCsv, writePeopleCsv } from './people-csv.ts'

const chen: Card = {
  ...emptyCard,
  name: '陈静 Chen Jing',
  organisation: 'Harbour "Works", Ltd',
  role: 'Buyer',
  phone: '+86 574 5550 0101',
  note: '=HYPERLINK("http://x")\nsecond line',
  buyingRole: 'floor staff',
  influence: 2,
  stance: -2,
  languages: ['zh', 'en'],
  channelsPreferred: ['wechat', 'visit'],
  birthday: '1980-05-01',
  acquaintances: [{ name: '陈晓岚 Chen Xiaolan', strength: 4, since: null, lastContactOn: null }],
}

describe('people as CSV', () => {
  test.each(['en', 'zh-Hans'] as const)('come back without loss, written in %s', language => {
    expect(readPeopleCsv(writePeopleCsv([chen], language))).toEqual([chen])
  })

  test('hold no cell that a spreadsheet would run, as an independent parser reads them; −2 stays a number', () => {
    const [, row] = parse(writePeopleCsv([chen], 'en'), { bom: true }) as string[][]
    expect(row!.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual(['-2'])
    expect(row).toContain(`'+86 574 5550 0101`)
  })

  test('of another program: its own names of columns, semicolons, order', () => {
    expect(readPeopleCsv('Job title;E-mail address;Full name;Shoe size\r\nBuyer;a@b.cn;Li Wei;42\r\n\r\n')).toEqual([
      { ...emptyCard, name: 'Li Wei', role: 'Buyer', email: 'a@b.cn' },
    ])
  })

  test('without a column for names are no people', () => {
    expect(readPeopleCsv('Code,City\r\n1,Ningbo')).toBeNull()
  })
})
