import { expect, test } from 'vitest'
import { countryName } from './country-name.ts'

test('a country code is read as a name in the language of the reader', () => {
  expect(countryName('VN', 'en')).toBe('Vietnam')
  expect(countryName('VN', 'zh-Hans')).toBe('越南')
})

test('what is no country code stays as the ledger writes it', () => {
  expect(countryName('United Kingdom', 'en')).toBe('United Kingdom')
  expect(countryName('cn', 'en')).toBe('cn')
  expect(countryName('XQ', 'en')).toBe('XQ')
})
