import { expect, test } from 'vitest'
import { isBookable, sumByReason } from './reason-counts.ts'

test('a reason is one entry, whatever became of its rows, and the largest stands first', () => {
  expect(
    sumByReason([
      { reason: 'day_unreadable', state: 'open', rows: 3 },
      { reason: 'account_missing', state: 'open', rows: 2 },
      { reason: 'account_missing', state: 'booked', rows: 7 },
    ]),
  ).toEqual([
    { reason: 'account_missing', rows: 9, open: 2, left: 0, booked: 7 },
    { reason: 'day_unreadable', rows: 3, open: 3, left: 0, booked: 0 },
  ])
})

test('only rows that lack an account can be booked to one', () => {
  expect(['account_missing', 'account_unknown', 'amount_missing', 'account_unreadable'].filter(isBookable)).toEqual([
    'account_missing',
    'account_unknown',
  ])
})
