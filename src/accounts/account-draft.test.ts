import { expect, test } from 'vitest'
import { draftOf, editOf, emptyDraft } from './account-draft.ts'

const account = {
  name: 'Haiyun Marine',
  country: 'CN',
  region: null,
  city: 'Ningbo',
  address: null,
  level: 'site' as const,
  parent: { id: 7 },
  salesperson: null,
  cooperationSince: '2019-04-01',
  legalStandingConfirmedOn: null,
  taxNumber: null,
  note: null,
}

test('only what was changed is sent', () => {
  const before = draftOf(account)
  expect(editOf(before, before)).toEqual({})
  expect(editOf({ ...before, city: 'Zhoushan', region: 'East China' }, before)).toEqual({
    city: 'Zhoushan',
    region: 'East China',
  })
})

test('an emptied field says that the value is none', () => {
  const before = draftOf(account)
  expect(editOf({ ...before, city: '  ', level: '', parentId: null, cooperationSince: '' }, before)).toEqual({
    city: null,
    level: null,
    parentId: null,
    cooperationSince: null,
  })
})

test('blanks around a value change nothing', () => {
  const before = draftOf(account)
  expect(editOf({ ...before, name: ' Haiyun Marine ' }, before)).toEqual({})
})

test('a new account says only what was filled in', () => {
  expect(editOf({ ...emptyDraft, name: 'Haiyun Marine', level: 'group' }, emptyDraft)).toEqual({
    name: 'Haiyun Marine',
    level: 'group',
  })
})
