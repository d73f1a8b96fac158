import { expect, test } from 'vitest'
import type { Words } from '../../platform/brief.ts'
import { briefPdf } from './brief-pdf.server.ts'
import type { Brief } from './read-brief.use.ts'
import { readPdf } from './read-pdf.fixture.ts'

const both = (en: string, chinese: string): Words => ({ en, 'zh-Hans': chinese })
const item = (text: Words) => ({
  text,
  detail: both('Due 3 November', '11月3日到期'),
  mark: 'bad' as const,
  path: null,
})

const brief: Brief = {
  account: { id: 1, code: 'C10023', name: '宁波港机设备有限公司', city: 'Ningbo' },
  visit: { id: 4, startsAt: '2026-11-03T06:00:00Z', timeZone: 'Asia/Shanghai', purpose: '年度框架谈判' },
  personName: 'Nguyễn Thanh Hà',
  since: '2026-10-20',
  asOf: '2026-11-02',
  currency: 'CNY',
  topics: [
    { text: both('Own up to the samples', '主动说明样品逾期'), reason: both('We promised', '我方承诺'), weight: 90 },
  ],
  sections: [
    {
      name: 'figures',
      title: both('Figures', '业绩数据'),
      items: [],
      figures: [{ label: both('Sales', '销售额'), amount: '12434567.89', before: '15000000', isPart: false }],
    },
    {
      name: 'promises',
      title: both('Open promises', '未兑现的承诺'),
      items: [item(both('Send two samples for the offer', '寄送两件样品'))],
      figures: [],
    },
  ],
}
const at = new Date('2026-11-02T01:00:00Z')

test('the printed brief is one A4 page whose Chinese can be selected', async () => {
  const file = await briefPdf(brief, 'zh-Hans', at)
  expect(file.subarray(0, 5).toString()).toBe('%PDF-')
  expect(file.toString('latin1')).toContain('/MediaBox [0 0 595.28 841.89]')
  const { pages, text, embeddedFonts } = readPdf(file)
  expect({ pages, embeddedFonts }).toEqual({ pages: 1, embeddedFonts: 2 })
  for (const words of [
    '宁波港机设备有限公司',
    'Nguyễn Thanh Hà',
    '年度框架谈判',
    '主动说明样品逾期',
    '寄送两件样品',
    '¥1243万',
    '−17%',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('�')
  expect(file.length).toBeLessThan(120_000)
})

test('in English it has English words, and the hours of the account’s own clock', async () => {
  const { text } = readPdf(await briefPdf(brief, 'en', at))
  for (const words of ['Suggested topics', 'Send two samples for the offer', '14:00', '¥12.4M', 'Page 1 of 1'])
    expect(text).toContain(words)
})

test('however much there is, two pages are the end, and what is left out is counted', async () => {
  const many = Array.from({ length: 40 }, (_, place) => item(both(`Promise ${place}`, `承诺 ${place}`)))
  const sections = Array.from({ length: 7 }, (_, place) => ({
    name: `part ${place}`,
    title: both('Part', '部分'),
    items: many,
    figures: [],
  }))
  const { pages, text } = readPdf(await briefPdf({ ...brief, sections }, 'en', at))
  expect(pages).toBeLessThanOrEqual(2)
  expect(text).toContain('more on screen')
})

test('it is made in less than a second', async () => {
  const began = performance.now()
  await briefPdf(brief, 'zh-Hans', at)
  expect(performance.now() - began).toBeLessThan(1000)
})
