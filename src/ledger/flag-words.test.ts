import { expect, test } from 'vitest'
import { flagWords } from './flag-words.ts'
import { lineFlags } from './posting.ts'

test('each doubt about a line has its sentence, and no doubt has none', () => {
  expect(flagWords(0, 'en')).toEqual([])
  expect(flagWords(lineFlags.costContradicts + lineFlags.signCorrected, 'en')).toEqual([
    'The cost does not agree with the margin given; it was kept',
    'A return given with a plus; its sign was turned',
  ])
  expect(flagWords(lineFlags.netContradicts, 'zh-Hans')).toHaveLength(1)
})
