import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('a spreadsheet shows a formula instead of running it, and keeps negative amounts as numbers', () => {
  expect(
    toCsv(
      ['name', 'amount'],
      [
        ['=cmd|1', '-12.50'],
        ['Ann "A", Ltd', null],
      ],
    ),
  ).toBe('﻿name,amount\r\n\'=cmd|1,-12.50\r\n"Ann ""A"", Ltd",\r\n')
})
