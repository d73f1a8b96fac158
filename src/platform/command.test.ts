import { expect, test } from 'vitest'
import { takeDataOption } from './command.server.ts'

test('the data directory may be named anywhere among the arguments', () => {
  expect(takeDataOption(['--data', '/d', 'rank'])).toEqual({ data: '/d', rest: ['rank'] })
  expect(takeDataOption(['rank', '--limit', '1', '--data=/d'])).toEqual({ data: '/d', rest: ['rank', '--limit', '1'] })
  expect(takeDataOption(['rank'])).toEqual({ data: undefined, rest: ['rank'] })
})

test.each([[['rank', '--data']], [['rank', '--data=']], [['rank', '--data', '--json']]])(
  'a data directory without a name is refused rather than guessed: %j',
  args => {
    expect(() => takeDataOption(args)).toThrow(expect.objectContaining({ code: 'data_option_missing' }))
  },
)
