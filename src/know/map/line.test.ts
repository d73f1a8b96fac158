import { expect, test } from 'vitest'
import { ringClosedBy } from './line.ts'

const line = (fromContactId: number, toContactId: number) => ({ fromContactId, toContactId })

test('a superior of a superior cannot report to their own people', () => {
  expect(ringClosedBy(line(1, 3), [line(3, 2), line(2, 1)])).toEqual([1, 3, 2, 1])
  expect(ringClosedBy(line(1, 2), [line(2, 1)])).toEqual([1, 2, 1])
})

test('two ways up to one superior are no ring', () => {
  expect(ringClosedBy(line(4, 3), [line(4, 2), line(2, 1), line(3, 1)])).toBe(null)
  expect(ringClosedBy(line(1, 2), [])).toBe(null)
})

test('a ring elsewhere, as two imports may leave it, does not keep the walk from ending', () => {
  expect(ringClosedBy(line(9, 1), [line(1, 2), line(2, 1)])).toBe(null)
})
