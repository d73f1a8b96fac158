import { expect, test } from 'vitest'
import { type Card, emptyCard } from './card.ts'
import { matchCards, type Present } from './match-cards.ts'
import { emptyProfile } from './profile.ts'

const card = (name: string, more: Partial<Card> = {}): Card => ({ ...emptyCard, name, ...more })
const present = (contactId: number, name: string, email: string | null): Present => ({
  ...emptyProfile,
  contactId,
  name,
  email,
  role: 'Buyer',
  department: null,
  phone: null,
  mobile: null,
  wechat: null,
  note: null,
})
const nobody = () => null
const here = [present(1, 'Chen Jing', 'chen@a.cn'), present(2, 'Li Wei', null)]

test('a card means who is there by mail, or by name unless both have an address', () => {
  const verdicts = matchCards(
    [
      card('Jing Chen', { email: 'CHEN@a.cn' }),
      card('li wei', { email: 'li@a.cn' }),
      card('Chen Jing', { email: 'other@a.cn' }),
    ],
    here,
    nobody,
  ).map(({ verdict, contactId }) => [verdict, contactId])
  expect(verdicts).toEqual([
    ['matched', 1],
    ['matched', 2],
    ['new', null],
  ])
})

test('says of somebody known only what differs, never the name, and is silent where it is empty', () => {
  const [known] = matchCards([card('CHEN JING', { role: 'Buyer', mobile: '139', stance: 1 })], here, nobody)
  expect(known).toMatchObject({ verdict: 'matched', fields: { mobile: '139' }, profile: { stance: 1 } })
  expect(Object.keys(known!.fields)).toEqual(['mobile'])
  expect(Object.keys(known!.profile)).toEqual(['stance'])
})

test('the same person twice, a card without a name and one that could not be read are set aside with the reason', () => {
  expect(
    matchCards([card('Wu Min'), card('wu min', { email: 'w@a.cn' }), card(''), null, card('Xu')], here, nobody).map(
      each => each.reason,
    ),
  ).toEqual([null, 'repeated', 'no name', 'unreadable', null])
})

test('who was erased or has moved is set aside, but not who is there again', () => {
  const refuses = () => 'erased' as const
  expect(matchCards([card('Wu Min'), card('Li Wei')], here, refuses).map(each => each.reason)).toEqual(['erased', null])
})
