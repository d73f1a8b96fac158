import { expect, test } from 'vitest'
import { sponsorshipState } from './sponsorship.ts'

test('a sponsor keeps the promise with as many visits as promised, and is behind with one less', () => {
  expect(sponsorshipState({ visitsAYear: 4, held: 4, planned: 0 })).toBe('kept')
  expect(sponsorshipState({ visitsAYear: 4, held: 3, planned: 0 })).toBe('behind')
})

test('what is planned for the coming year counts where last year fell short', () => {
  expect(sponsorshipState({ visitsAYear: 2, held: 1, planned: 2 })).toBe('planned')
  expect(sponsorshipState({ visitsAYear: 2, held: 1, planned: 1 })).toBe('behind')
})
