import { expect, test } from 'vitest'
import { namesOf, namesPerson, withoutPerson } from './forgetting.ts'

const placeholder = 'Erased person 42'
const chen = { words: [...namesOf('陈静 Chen Jing'), 'jing.chen@acme.cn', '+86 574 5550 0101'], placeholder }

test('a name in two scripts names the person in either', () => {
  expect(namesOf('陈静 Chen Jing')).toEqual(['陈静 Chen Jing', '陈静', 'Chen Jing'])
  expect(namesOf(' Nguyễn Thị Lan ')).toEqual(['Nguyễn Thị Lan'])
})

test('one word or one character alone is not enough to name somebody, unless it is the whole name', () => {
  expect(namesOf('陈 Chen')).toEqual(['陈 Chen'])
  expect(namesOf('Sukarno')).toEqual(['Sukarno'])
})

test('every text within a value forgets the person, and only the person', () => {
  expect(
    withoutPerson(
      { said: '陈静说下周再谈; CHEN JING agreed', to: ['jing.chen@acme.cn', 'wang@acme.cn'], count: 3, none: null },
      chen,
    ),
  ).toEqual({
    said: 'Erased person 42说下周再谈; Erased person 42 agreed',
    to: [placeholder, 'wang@acme.cn'],
    count: 3,
    none: null,
  })
})

test('a longer word that contains the name means somebody else', () => {
  expect(withoutPerson('Chen Jingwei called, not Chen Jing.', chen)).toBe('Chen Jingwei called, not Erased person 42.')
  expect(namesPerson('Chen Jingwei called', chen)).toBe(false)
  expect(namesPerson({ note: 'ask chen jing' }, chen)).toBe(true)
})

test('a hyphen, a slash or any other sign in a name, an address or a number is found as it stands', () => {
  for (const word of [
    'Anne-Marie',
    'jean-luc@acme-parts.fr',
    '021-5550-0101',
    'A/S',
    'a#b',
    'x & y',
    'o’k',
    'n=1',
    'q~w!',
  ])
    expect(withoutPerson(`ask ${word} again`, { words: [word], placeholder })).toBe(`ask ${placeholder} again`)
})

test('signs of a pattern within a name are only signs', () => {
  expect(withoutPerson('A (B) $& C', { words: ['A (B)'], placeholder: '$1' })).toBe('$1 $& C')
})
