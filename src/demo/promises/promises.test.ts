import { expect, test } from 'vitest'
import { Random } from '../random.ts'
import { settleDemoPromise } from './promises.ts'
import { demoPromise, demoSaid } from './said.ts'

const drawn = (seed: string) => {
  const random = new Random(seed)
  return Array.from({ length: 300 }, () => ({
    ...settleDemoPromise(random, '2026-09-01', random.integer(5, 80)),
    ...demoPromise(random, 'en'),
  }))
}

test('the same seed promises the same, another something else', () => {
  expect(drawn('one')).toEqual(drawn('one'))
  expect(drawn('one')).not.toEqual(drawn('two'))
})

test('what is settled was settled after it was made and not after the demo’s day; what is open has no day of settling', () => {
  for (const { state, closedOn } of drawn('one')) {
    expect(closedOn === null).toBe(state === 'open')
    if (closedOn !== null) expect(closedOn >= '2026-09-01' && closedOn <= '2026-11-02').toBe(true)
  }
})

test('most are kept, some are late, and a few are overdue: a department of people', () => {
  const all = drawn('one')
  const count = (fits: (each: (typeof all)[number]) => boolean) => all.filter(fits).length
  expect(count(each => each.state === 'kept')).toBeGreaterThan(all.length / 2)
  expect(count(each => each.state === 'kept' && each.closedOn! > each.due)).toBeGreaterThan(5)
  expect(count(each => each.state === 'open' && each.due < '2026-11-02')).toBeGreaterThan(5)
})

test('reports are written in the language of their author', () => {
  expect(demoSaid(new Random('a'), 'en').said).not.toMatch(/\p{Script=Han}/u)
  expect(demoSaid(new Random('a'), 'zh-Hans').said).toMatch(/\p{Script=Han}/u)
})
