import { expect, test } from 'vitest'
import { readGln, readGtin } from './gtin.ts'

test('a GTIN of any length is kept with 14 digits', () => {
  expect(readGtin('4006381333931')).toBe('04006381333931')
  expect(readGtin('036000291452')).toBe('00036000291452')
  expect(readGtin('96385074')).toBe('00000096385074')
  expect(readGtin('10614141000415')).toBe('10614141000415')
  expect(readGtin('40 0638 133393 1')).toBe('04006381333931')
})

test('a wrong check digit, two digits changed round, a wrong length and zeros alone are no GTIN', () => {
  expect(readGtin('4006381333932')).toBeNull()
  expect(readGtin('4003681333931')).toBeNull()
  expect(readGtin('400638133393')).toBeNull()
  expect(readGtin('SWITCH-24')).toBeNull()
  expect(readGtin('0000000000000')).toBeNull()
})

test('a GLN has 13 digits', () => {
  expect(readGln('5790000123450')).toBeNull()
  expect(readGln('4012345000009')).toBe('4012345000009')
  expect(readGln('96385074')).toBeNull()
})
