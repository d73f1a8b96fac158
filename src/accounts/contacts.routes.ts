import { everyone, implementing, may } from '../platform/operation.server.ts'
import { contactsContract } from './contacts.contract.ts'
import { listContacts } from './contacts.store.ts'
import { addContact, editContact, removeContact } from './edit-contact.use.ts'

const operations = implementing(contactsContract)
const editors = ['administrator', 'head', 'manager', 'back office'] as const

export const contactsRoutes = operations.router({
  list: operations.list
    .use(may(...everyone))
    .handler(async ({ input, context }) => ({ items: await listContacts(context.db, input.accountId) })),
  add: operations.add
    .use(may(...editors))
    .handler(({ input: { accountId, ...fields }, context }) => addContact(context, accountId, fields)),
  edit: operations.edit
    .use(may(...editors))
    .handler(({ input: { id, version, ...edit }, context }) => editContact(context, id, version, edit)),
  remove: operations.remove.use(may(...editors)).handler(async ({ input, context }) => {
    await removeContact(context, input.id)
    return { removed: true as const }
  }),
})
