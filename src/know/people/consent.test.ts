import { expect, test } from 'vitest'
import { coverage, holds } from './consent.ts'

const marketing = { covers: 'marketing', givenOn: '2026-03-10', withdrawnOn: '2026-09-01' } as const

test('a consent holds from the day it was given to the day before it was withdrawn', () => {
  const on = (day: string) => holds(marketing, day)
  expect([on('2026-03-09'), on('2026-03-10'), on('2026-08-31'), on('2026-09-01')]).toEqual([false, true, true, false])
  expect(holds({ ...marketing, withdrawnOn: null }, '2099-01-01')).toBe(true)
})

test('a use is covered by any consent that holds, and by none for another use', () => {
  const again = { ...marketing, givenOn: '2026-10-05', withdrawnOn: null }
  expect(coverage([marketing], 'marketing', '2026-09-01')).toBe('withdrawn')
  expect(coverage([marketing, again], 'marketing', '2026-10-04')).toBe('withdrawn')
  expect(coverage([marketing, again], 'marketing', '2026-10-05')).toBe('covered')
  expect(coverage([marketing], 'photos', '2026-05-01')).toBe('nothing said')
  expect(coverage([marketing], 'marketing', '2026-03-09')).toBe('nothing said')
})
