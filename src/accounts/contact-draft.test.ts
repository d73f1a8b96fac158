import { expect, test } from 'vitest'
import { contactDraftOf, contactEditOf, emptyContact } from './contact-draft.ts'

const contact = {
  name: 'Wu Xuejing',
  role: 'Technical director',
  department: null,
  phone: '+86 22 5550 0179',
  mobile: null,
  email: null,
  wechat: null,
  note: null,
}

test('only what was changed about a contact is sent, and an emptied field as none', () => {
  const before = contactDraftOf(contact)
  expect(contactEditOf(before, before)).toEqual({})
  expect(contactEditOf({ ...before, phone: '', mobile: ' 139 ' }, before)).toEqual({ phone: null, mobile: '139' })
})

test('a new contact says only what was filled in', () => {
  expect(contactEditOf({ ...emptyContact, name: 'Wu Xuejing' }, emptyContact)).toEqual({ name: 'Wu Xuejing' })
})
