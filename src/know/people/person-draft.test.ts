import { expect, test } from 'vitest'
import { emptyPerson, personDraftOf, personEditOf } from './person-draft.ts'
import { emptyProfile } from './profile.ts'

const chen = {
  ...emptyProfile,
  name: 'Chen Jing',
  role: 'Buyer',
  department: null,
  phone: null,
  mobile: null,
  email: null,
  wechat: null,
  note: null,
  stance: 1,
  languages: ['zh'],
  taboos: 'no tea',
}

test('only what was changed about a person is sent; an emptied text as none, an order of languages as a change', () => {
  const before = personDraftOf(chen)
  expect(personEditOf(before, before)).toEqual({})
  const draft = {
    contact: { ...before.contact, role: '' },
    profile: { ...before.profile, stance: null, taboos: '  ', languages: ['en', 'zh'] },
  }
  expect(personEditOf(draft, before)).toEqual({ role: null, stance: null, taboos: null, languages: ['en', 'zh'] })
})

test('a new person says only what was filled in', () => {
  const draft = {
    contact: { ...emptyPerson.contact, name: 'Wu Min' },
    profile: { ...emptyProfile, gifts: '', influence: 3 },
  }
  expect(personEditOf(draft, emptyPerson)).toEqual({ name: 'Wu Min', influence: 3 })
})
