import { expect, test } from 'vitest'
import { citiesAbroad, citiesOfChina } from './chinese-cities.ts'
import { findTowns, suggestTowns } from './gazetteer.server.ts'

const names = (list: string) => list.split(/ (?=\p{Script=Han})/u).map(entry => entry.split(/[=@]/)[0]!)

test('every Chinese name of the table is a town of its province', async () => {
  const lost: string[] = []
  for (const [province, list] of Object.entries(citiesOfChina))
    for (const text of names(list)) {
      const [town] = await findTowns({ text, country: 'CN', limit: 1 })
      if (town?.province !== province) lost.push(`${province} ${text}`)
    }
  for (const [country, list] of Object.entries(citiesAbroad))
    for (const text of names(list)) if ((await findTowns({ text, country, limit: 1 })).length === 0) lost.push(text)
  expect(lost).toEqual([])
})

test.each([
  ['宁波', 'Ningbo', '02'],
  ['浙江省台州市温岭市', 'Wenling', '02'],
  ['绍兴市', 'Shaoxing', '02'],
  ['xian', 'Xi’an', '26'],
  ['Ningbo City', 'Ningbo', '02'],
])('%s is %s', async (text, name, province) => {
  expect((await findTowns({ text, country: 'CN', limit: 1 }))[0]).toMatchObject({ name, province })
})

test('台州 lies in Zhejiang and 泰州 in Jiangsu, though both read Taizhou', async () => {
  const provinceOf = async (text: string) => (await findTowns({ text, limit: 1 }))[0]?.province
  expect([await provinceOf('台州'), await provinceOf('泰州')]).toEqual(['02', '04'])
})

test('a country leaves out towns of the same name elsewhere', async () => {
  expect((await findTowns({ text: 'Manila', limit: 1 }))[0]?.country).toBe('PH')
  expect((await findTowns({ text: 'Manila', country: 'US', limit: 5 })).every(town => town.country === 'US')).toBe(true)
  expect(await findTowns({ text: '宁波', country: 'VN', limit: 1 })).toEqual([])
})

test('a field offers what begins with what was typed', async () => {
  expect((await suggestTowns({ text: '台', limit: 8 })).map(town => town.nameChinese)).toContain('台州')
  expect((await suggestTowns({ text: 'ningb', limit: 3 }))[0]?.name).toBe('Ningbo')
})
