/** What may be said about a contact. Absent: nothing said; `null` (people only): the value is none. */
export type ContactFields = {
  name?: string | null
  role?: string | null
  department?: string | null
  phone?: string | null
  mobile?: string | null
  email?: string | null
  wechat?: string | null
  note?: string | null
}

export type ContactField = keyof ContactFields

/** A contact field and the column that holds it. */
export const contactColumns = {
  name: 'name',
  role: 'role',
  department: 'department',
  phone: 'phone',
  mobile: 'mobile',
  email: 'email',
  wechat: 'wechat',
  note: 'note',
} as const satisfies Record<ContactField, string>
