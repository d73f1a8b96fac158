import { expect, test } from 'vitest'
import { mentionAt, withMention } from './mention-at.ts'
import { mentionsIn } from './note.ts'

test('an @ after a blank or at the beginning begins a mention, one within an address does not', () => {
  expect(mentionAt('@', 1)).toEqual({ from: 0, typed: '' })
  expect(mentionAt('Ask @林', 6)).toEqual({ from: 4, typed: '林' })
  expect(mentionAt('请，@林', 4)).toEqual({ from: 2, typed: '林' })
  expect(mentionAt('kam@tingyu', 10)).toBeNull()
  expect(mentionAt('@lin done', 9)).toBeNull()
})

test('the chosen person takes the place of what was typed', () => {
  const { text, caret } = withMention('Ask @li about it', { from: 4, typed: 'li' }, { id: 'p-1', name: 'Lin [KA]' })
  expect(text).toBe('Ask [@Lin KA](person:p-1) about it')
  expect(text.slice(caret)).toBe('about it')
  expect(mentionsIn(text)).toEqual(['p-1'])
})
