import { expect, test } from 'vitest'
import { mentionsIn, noteInALine } from './note.ts'

test('people mentioned twice are named once, links to elsewhere are no mentions', () => {
  const text =
    'Ask [@林致远](person:p-1) and [@Marcus](person:p-2), again [@林致远](person:p-1); see [site](https://x.example)'
  expect(mentionsIn(text)).toEqual(['p-1', 'p-2'])
})

test('a note in a line has names and words, no signs', () => {
  expect(
    noteInALine('## Shelf\n\n- **two** facings lost\n- ask [@Marcus](person:p-2), [offer](https://x.example/a)'),
  ).toBe('Shelf two facings lost ask @Marcus, offer')
})

test('a long note ends in an ellipsis at the length, one of exactly that length does not', () => {
  expect(noteInALine('x'.repeat(140))).toBe('x'.repeat(140))
  expect(noteInALine('x'.repeat(141))).toBe(`${'x'.repeat(139)}…`)
})
