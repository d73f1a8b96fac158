import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['Contacts']
const id = z.coerce.number<number>().int().positive()
const short = z.string().trim().min(1).max(200)

const contactEditSchema = z.object({
  name: short,
  role: short.nullable(),
  department: short.nullable(),
  phone: short.nullable(),
  mobile: short.nullable(),
  email: z.email().max(200).nullable(),
  wechat: short.nullable(),
  note: z.string().trim().max(4000).nullable(),
})

const contactSchema = z.object({
  id: z.number(),
  accountId: z.number(),
  name: z.string(),
  role: z.string().nullable(),
  department: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  email: z.string().nullable(),
  wechat: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number(),
  createdByImport: z.number().nullable(),
})

export const contactsContract = {
  list: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/contacts', summary: 'Contacts of an account, by name', tags })
    .input(z.object({ accountId: id }))
    .output(z.object({ items: z.array(contactSchema) })),
  add: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/contacts', summary: 'Add a contact', tags })
    .input(contactEditSchema.partial().extend({ accountId: id, name: short }))
    .output(contactSchema),
  edit: oc
    .route({ method: 'PATCH', path: '/contacts/{id}', summary: 'Edit a contact', tags })
    .input(contactEditSchema.partial().extend({ id, version: z.number().int() }))
    .output(contactSchema),
  remove: oc
    .route({ method: 'DELETE', path: '/contacts/{id}', summary: 'Delete a contact', tags })
    .input(z.object({ id }))
    .output(z.object({ removed: z.literal(true) })),
}
