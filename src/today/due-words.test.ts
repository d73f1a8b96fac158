import { expect, test } from 'vitest'
import { formatAmount, formatNumber } from '../web/format.ts'
import { dueWords } from './due-words.ts'
import { weightWords } from './weight-words.ts'

const today = '2026-11-02'

test('a day lies to today as people say it, on both sides of each boundary', () => {
  const days = [
    '2026-10-31',
    '2026-11-01',
    '2026-11-02',
    '2026-11-03',
    '2026-11-04',
    '2026-11-08',
    '2026-11-09',
    '2026-11-22',
    '2026-11-23',
    '2027-01-10',
    '2027-01-11',
  ]
  expect(days.map(day => dueWords(day, today, 'en'))).toEqual([
    '2 days overdue',
    '1 day overdue',
    'today',
    'tomorrow',
    'Wednesday',
    'Sunday',
    'in 7 days',
    'in 20 days',
    'in 3 weeks',
    'in 10 weeks',
    'in 2 months',
  ])
  expect([dueWords(null, today, 'en'), dueWords(null, today, 'zh-Hans')]).toEqual(['no day', '不限日期'])
  expect(dueWords('2026-11-04', today, 'zh-Hans')).toBe('星期三')
})

test('why a signal stands where it stands is said in one line', () => {
  const format = (language: 'en' | 'zh-Hans') => ({
    amount: (amount: string) => formatAmount(amount, 'CNY', 'compact', language),
    number: (value: number, digits: number) => formatNumber(value, language, digits),
  })
  const signal = { value: '240000', confidence: 0.7, due: '2026-11-03', weight: { stake: '240000', urgency: 0.875 } }
  expect(weightWords(signal, today, 'en', format('en'))).toBe('¥240K at stake × 70% sure × due tomorrow (urgency 0.88)')
  expect(weightWords({ ...signal, value: null, due: '2026-11-01' }, today, 'en', format('en'))).toBe(
    'value unknown, taken as ¥240K × 70% sure × 1 day overdue (urgency 0.88)',
  )
  expect(weightWords(signal, today, 'zh-Hans', format('zh-Hans'))).toBe('涉及 ¥24万 × 把握 70% × 明天（紧迫度 0.88）')
})
