import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { dismissGap, restoreGap } from './dismiss-gap.use.ts'
import { addLine, editLine, removeLine } from './edit-line.use.ts'
import { mapContract } from './map.contract.ts'
import { layOutAnew, placePeople } from './place-people.use.ts'
import { readAccountGaps, readGaps } from './read-gaps.use.ts'
import { readMap } from './read-map.use.ts'
import { recordContact } from './record-contact.use.ts'

const operations = implementing(mapContract)
/** Who keeps what we know of people; managers those of their own accounts. */
const keepers = ['administrator', 'head', 'manager', 'back office'] as const

export const mapRoutes = operations.router({
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readMap(context, input)),
  lines: {
    add: operations.lines.add.use(may(...keepers)).handler(({ input, context }) => addLine(context, input)),
    edit: operations.lines.edit
      .use(may(...keepers))
      .handler(({ input: { id, version, ...edit }, context }) => editLine(context, id, version, edit)),
    remove: operations.lines.remove.use(may(...keepers)).handler(({ input, context }) => removeLine(context, input.id)),
  },
  move: operations.move
    .use(may(...keepers))
    .handler(async ({ input: { places, ...map }, context }) => ({ placed: await placePeople(context, map, places) })),
  layOutAnew: operations.layOutAnew
    .use(may(...keepers))
    .handler(async ({ input, context }) => ({ removed: await layOutAnew(context, input) })),
  recordContact: operations.recordContact
    .use(may(...keepers))
    .handler(({ input: { contactId, ...said }, context }) => recordContact(context, contactId, said)),
  gaps: {
    ofAccount: operations.gaps.ofAccount
      .use(may(...everyone))
      .handler(({ input, context }) => readAccountGaps(context, input.accountId)),
    list: operations.gaps.list.use(may(...everyone)).handler(({ input, context }) => readGaps(context, input)),
    dismiss: operations.gaps.dismiss
      .use(may('administrator', 'head', 'manager'))
      .handler(({ input: { accountId, ...said }, context }) => dismissGap(context, accountId, said)),
    restore: operations.gaps.restore
      .use(may('administrator', 'head', 'manager'))
      .handler(({ input, context }) => restoreGap(context, input.id)),
  },
})
