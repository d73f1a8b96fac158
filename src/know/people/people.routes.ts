import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { giveConsent, withdrawConsent } from './consents.use.ts'
import { addPerson, editPerson } from './edit-person.use.ts'
import { erasePerson } from './erase-person.use.ts'
import { everythingOf } from './everything.use.ts'
import { importPeopleFile, previewPeopleFile } from './import-people.use.ts'
import { movePerson } from './move-person.use.ts'
import { knownPeopleContract } from './people.contract.ts'
import { keepPerson, readPrivacy, setLimit } from './privacy.use.ts'
import { listAccountPeople, readPerson } from './read-people.use.ts'
import { searchPeople } from './search-people.use.ts'
import { setAcquaintance } from './set-acquaintance.use.ts'

const operations = implementing(knownPeopleContract)
const editors = ['administrator', 'head', 'manager', 'back office'] as const

export const knownPeopleRoutes = operations.router({
  list: operations.list
    .use(may(...everyone))
    .handler(({ input, context }) => listAccountPeople(context, input.accountId)),
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readPerson(context, input.contactId)),
  search: operations.search
    .use(may(...everyone))
    .handler(async ({ input, context }) => ({ items: await searchPeople(context.db, input.text, input.limit) })),
  add: operations.add
    .use(may(...editors))
    .handler(({ input: { accountId, ...person }, context }) => addPerson(context, accountId, person)),
  edit: operations.edit
    .use(may(...editors))
    .handler(({ input: { contactId, ...edit }, context }) => editPerson(context, contactId, edit)),
  setAcquaintance: operations.setAcquaintance
    .use(may(...editors))
    .handler(({ input, context }) => setAcquaintance(context, input)),
  move: operations.move
    .use(may(...editors))
    .handler(({ input: { contactId, ...move }, context }) => movePerson(context, contactId, move)),
  giveConsent: operations.giveConsent.use(may(...editors)).handler(({ input, context }) => giveConsent(context, input)),
  withdrawConsent: operations.withdrawConsent
    .use(may(...editors))
    .handler(({ input: { id, ...said }, context }) => withdrawConsent(context, id, said)),
  previewFile: operations.previewFile
    .use(may(...editors))
    .handler(async ({ input: { accountId, ...file }, context }) => ({
      items: await previewPeopleFile(context, accountId, file),
    })),
  importFile: operations.importFile
    .use(may(...editors))
    .handler(({ input: { accountId, ...file }, context }) => importPeopleFile(context, accountId, file)),
  everything: operations.everything
    .use(may(...editors))
    .handler(({ input, context }) => everythingOf(context, input.contactId)),
  erase: operations.erase
    .use(may('administrator', 'head'))
    .handler(({ input, context }) => erasePerson(context, input.contactId, input.reference)),
  privacy: operations.privacy.use(may('administrator', 'head')).handler(({ context }) => readPrivacy(context)),
  setLimit: operations.setLimit.use(may('administrator')).handler(({ input, context }) => setLimit(context, input)),
  keep: operations.keep.use(may('administrator', 'head')).handler(({ input, context }) => keepPerson(context, input)),
})
