import { expect, test } from 'vitest'
import { movementOf } from './movement.ts'

test('an account that climbs the ladder goes up, one that falls goes down', () => {
  expect(movementOf('silver', 'gold')).toBe('up')
  expect(movementOf('platinum', 'silver')).toBe('down')
})

test('the first tier of a regular account is new, the loss of the last one is out', () => {
  expect(movementOf('regular', 'silver')).toBe('new')
  expect(movementOf('special', 'regular')).toBe('out')
})

test('an invitation moves a key account neither up nor down', () => {
  expect(movementOf('gold', 'special')).toBeNull()
  expect(movementOf('special', 'platinum')).toBeNull()
})

test('an account that stays or was never reviewed has no movement', () => {
  expect(movementOf('gold', 'gold')).toBeNull()
  expect(movementOf(null, 'gold')).toBeNull()
})
