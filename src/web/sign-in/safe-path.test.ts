import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

test('one comes back to the page one was on', () => {
  expect(safePath('/accounts?text=port')).toBe('/accounts?text=port')
})

test('a link cannot lead to a foreign page, nor round in circles', () => {
  for (const from of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/sign-in',
    undefined,
  ]) {
    expect(safePath(from)).toBe('/')
  }
})
