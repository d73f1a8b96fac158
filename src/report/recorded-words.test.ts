import { expect, test } from 'vitest'
import { recordedWords, type Saying } from './recorded-words.ts'

const saying: Saying = {
  language: 'en',
  day: day => `on ${day}`,
  instant: instant => `at ${instant}`,
  amount: amount => `¥${amount}`,
  number: String,
  person: id => (id === 'demo-lin' ? 'Lin' : id),
  contact: id => (id === 804 ? 'Lu Minyu' : `#${id}`),
  site: id => `#${id}`,
}

test('a list is read as a row, not as the machine writes it', () => {
  expect(recordedWords('buying fact', 'channels', ['Our seminars', 'WeChat groups'], saying)).toBe(
    'Our seminars, WeChat groups',
  )
  expect(recordedWords('buying fact', 'brands', ['朗屹', '恒拓'], { ...saying, language: 'zh-Hans' })).toBe(
    '朗屹、恒拓',
  )
})

test('what belongs together is joined, and people and days inside it are named', () => {
  const steps = [
    { name: 'Signs', days: 17, contactId: 804, who: null },
    { name: 'Orders', days: null, contactId: null, who: 'Purchasing' },
  ]
  expect(recordedWords('buying fact', 'steps', steps, saying)).toBe('Signs · 17 d · Lu Minyu; Orders · Purchasing')
  const shares = [{ asOf: '2026-02-28', source: null, percent: 10, competitor: 'Langyi' }]
  expect(recordedWords('buying fact', 'shares', shares, saying)).toBe('Langyi · 10% · on 2026-02-28')
})

test('the same field is named after its subject, and stays as it is where nobody names it', () => {
  expect(recordedWords('site', 'kind', 'yard', saying)).not.toBe('yard')
  expect(recordedWords('cost entry', 'kind', 'yard', saying)).toBe('yard')
  expect(recordedWords('visit', 'state', 'cancelled', saying)).toBe('Called off')
  expect(recordedWords('event', 'yearly', false, saying)).toBe('No')
})

test('a mention in a note reads as the name alone', () => {
  expect(recordedWords('note', 'text', '[@Tang Li](person:demo-tang-li) please check', saying)).toBe(
    '@Tang Li please check',
  )
})
