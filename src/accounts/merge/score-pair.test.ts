import { expect, test } from 'vitest'
import { readCompanyName } from './company-name.ts'
import { nameSimilarity, scorePair, worthALook } from './score-pair.ts'
import { blockingKeys, type Known, readTraits } from './traits.ts'

const known = (id: number, name: string, more: Partial<Known> = {}): Known => ({
  id,
  name,
  codes: [`C-${id}`],
  taxNumber: null,
  country: null,
  city: null,
  address: null,
  parentId: null,
  mails: [],
  ...more,
})
const score = (one: Partial<Known> & { name: string }, other: Partial<Known> & { name: string }) =>
  scorePair(readTraits(known(1, one.name, one)), readTraits(known(2, other.name, other))).score
const alike = (one: string, other: string) => nameSimilarity(readCompanyName(one), readCompanyName(other))

test.each([
  ['宁波海天机械股份有限公司', '海天', 'haitian', ['machinery'], ['ningbo']],
  ['寧波海天機械有限公司', '海天', 'haitian', ['machinery'], ['ningbo']],
  ['浙江省瀚川自动化设备有限公司', '瀚川', 'hanchuan', ['automation', 'equipment'], ['zhejiang']],
  ['Ningbo Haitian Machinery Co., Ltd.', 'haitian', 'haitian', ['machinery'], ['ningbo']],
  ['ＨＡＩＴＩＡＮ　ＭＡＣＨＩＮＥＲＹ', 'haitian', 'haitian', ['machinery'], []],
  ['Müller GmbH & Co. KG', 'muller', 'muller', [], []],
  ['Công ty TNHH Thiên Phát', 'thien phat', 'thienphat', [], []],
  ['Haitian Machinery 海天机械', '海天', 'haitian', ['machinery'], []],
  ['TCL集团', 'tcl', 'tcl', [], []],
  ['S.A. Dupont', 'dupont', 'dupont', [], []],
  ['Trading Co., Ltd.', 'trading co ltd', 'tradingcoltd', ['trading'], []],
])('%s is told from others by “%s”', (name, core, sound, trades, places) => {
  expect(readCompanyName(name)).toMatchObject({ core, sound, trades, places })
})

test('a Chinese name and its Latin writing are alike, other companies of the trade are not', () => {
  expect(alike('宁波海天机械有限公司', 'Ningbo Haitian Machinery Co., Ltd.')).toBeGreaterThanOrEqual(0.94)
  expect(alike('宁波海天机械有限公司', 'Ningbo Haida Machinery Co., Ltd.')).toBeLessThan(0.8)
  expect(alike('Haitian Machinery', 'Machinery Haitian Ltd')).toBe(1)
  expect(alike('Siemens Automation', 'Simens Automation')).toBeGreaterThan(0.85)
})

test('the same tax number is near certain even under other names, a different one forbids', () => {
  const tax = '91330206MA2AF1XX3K'
  expect(
    score(
      { name: '宁波海天机械有限公司', taxNumber: tax },
      { name: 'Sunrise Trading', taxNumber: ` ${tax.toLowerCase()} ` },
    ),
  ).toBeGreaterThan(95)
  expect(
    score(
      { name: 'Haitian', taxNumber: tax, city: 'Ningbo' },
      { name: 'Haitian', taxNumber: '91330206MA2AF1XX4K', city: 'Ningbo' },
    ),
  ).toBeLessThan(5)
  expect(readTraits(known(1, 'A', { taxNumber: '0000000' })).tax).toBeNull()
})

test('the threshold: names alike are worth a look in the same city, not in another, not without a place', () => {
  const slip = ['Thien Phat Automation', 'Thien Phac Automation'] as const
  expect(score({ name: slip[0], city: 'Hải Phòng' }, { name: slip[1], city: 'Hai Phong' })).toBeGreaterThanOrEqual(
    worthALook,
  )
  expect(score({ name: slip[0] }, { name: slip[1] })).toBeLessThan(worthALook)
  expect(score({ name: slip[0], city: 'Hai Phong' }, { name: slip[1], city: 'Da Nang' })).toBeLessThan(worthALook)
  expect(score({ name: 'Haitian Tools' }, { name: '海天工具' })).toBeLessThan(worthALook)
  expect(
    score({ name: 'Haitian Tools', city: 'Ningbo' }, { name: '海天工具', city: 'Ningbo 宁波' }),
  ).toBeGreaterThanOrEqual(worthALook)
})

test('a mail server is evidence unless everybody uses it', () => {
  const at = (domain: string) => ({ mails: [`li@${domain}`] })
  expect(
    score({ name: 'Haitian Group', ...at('haitian.cn') }, { name: 'Haitan', ...at('haitian.cn') }),
  ).toBeGreaterThanOrEqual(worthALook)
  expect(score({ name: 'Haitian Group', ...at('163.com') }, { name: 'Haitan', ...at('163.com') })).toBeLessThan(
    worthALook,
  )
})

test('sites of one group and branches of one company are not duplicates', () => {
  const site = { city: 'Ningbo', mails: ['a@haitian.cn'] }
  const alone = score({ name: 'Haitian Machinery', ...site }, { name: 'Haitian Machinery', ...site })
  expect(alone).toBeGreaterThan(95)
  expect(
    score({ name: 'Haitian Machinery', ...site, parentId: 9 }, { name: 'Haitian Tools', ...site, parentId: 9 }),
  ).toBeLessThan(worthALook)
  expect(score({ name: '海天机械有限公司' }, { name: '海天机械有限公司宁波分公司' })).toBeLessThan(worthALook)
})

test('an address counts as alike only with the same numbers in it', () => {
  const at = (address: string) => ({ name: 'Haitian', address, city: 'Ningbo' })
  const evidence = (one: string, other: string) =>
    scorePair(readTraits(known(1, 'x', at(one))), readTraits(known(2, 'x', at(other)))).evidence.find(
      e => e.field === 'address',
    )
  expect(evidence('Jiangnan Road 118', 'Jiangnan Rd. 118')?.finding).toBe('alike')
  expect(evidence('Jiangnan Road 118', 'Jiangnan Road 113')?.finding).toBe('different')
  expect(evidence('江南路118号', '江南路１１８號')?.finding).toBe('same')
})

test('what is compared meets in at least one block: by number, sound, slip and order of words', () => {
  const meet = (one: string, other: string) =>
    blockingKeys(readTraits(known(1, one, { city: 'Ningbo' }))).some(key =>
      blockingKeys(readTraits(known(2, other, { city: '宁波' }))).includes(key),
    )
  expect(meet('宁波海天机械有限公司', 'Haitian Machinery')).toBe(true)
  expect(meet('Siemens Automation', 'Siemems Automation')).toBe(true)
  expect(meet('Schneider Automation', 'Schnieder Automation')).toBe(true)
  expect(meet('Schneiderman Automation', 'Schneidermann Automation')).toBe(true)
  expect(meet('Thien Phat', 'Phat Thien')).toBe(true)
  expect(meet('Haitian', 'Sunrise')).toBe(false)
})
