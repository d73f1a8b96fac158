import { expect, test } from 'vitest'
import { newlyArisen, type SignalContent } from './newly-arisen.ts'

const then: SignalContent = {
  due: '2026-11-10',
  value: '1000',
  values: { days: 40, tier: 'gold', lastOrder: '2026-09-20', spent: '-200', name: null },
}
const now = (changed: Partial<SignalContent>): boolean => newlyArisen(then, { ...then, ...changed })
const valuesNow = (values: SignalContent['values']) => now({ values: { ...then.values, ...values } })

test('the same is not new, nor what only goes on', () => {
  expect(now({})).toBe(false)
  expect(valuesNow({ days: 41 })).toBe(false)
})

test('money is new where it has grown by more than a quarter', () => {
  expect([now({ value: '1250' }), now({ value: '1250.01' }), now({ value: '10' }), now({ value: null })]).toEqual([
    false,
    true,
    false,
    false,
  ])
})

test('a day is new where it has moved by more than a week, either way, or is given at last', () => {
  expect([now({ due: '2026-11-17' }), now({ due: '2026-11-18' }), now({ due: '2026-11-02' })]).toEqual([
    false,
    true,
    true,
  ])
  expect(now({ due: null })).toBe(false)
  expect(newlyArisen({ ...then, due: null }, then)).toBe(true)
  expect([valuesNow({ lastOrder: '2026-09-27' }), valuesNow({ lastOrder: '2026-09-28' })]).toEqual([false, true])
})

test('a figure is new where it has doubled, fallen to half or changed its sign', () => {
  expect([valuesNow({ days: 79 }), valuesNow({ days: 80 }), valuesNow({ days: 21 }), valuesNow({ days: 20 })]).toEqual([
    false,
    true,
    false,
    true,
  ])
  expect([valuesNow({ spent: '200' }), valuesNow({ spent: '0' }), valuesNow({ spent: '-201' })]).toEqual([
    true,
    true,
    false,
  ])
})

test('another word is new, one that was not known then is not', () => {
  expect([valuesNow({ tier: 'platinum' }), valuesNow({ name: 'Li' }), valuesNow({ added: 3 })]).toEqual([
    true,
    false,
    false,
  ])
})
