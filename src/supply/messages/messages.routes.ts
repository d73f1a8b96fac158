import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { addPartner, editPartner } from './edit-partner.use.ts'
import { mapCode, unmapCode } from './map-code.use.ts'
import { messagesContract } from './messages.contract.ts'
import { listMessages, type Message } from './messages.store.ts'
import { readPartner, readPartners } from './read-partners.use.ts'
import { activityTables } from './reports/activity.ts'
import { sendOrder } from './send-order.use.ts'

const operations = implementing(messagesContract)

const keepers = ['administrator', 'head', 'manager', 'back office'] as const

const shown = (message: Message) => ({ ...message, at: message.at.toISOString() })

export const messagesRoutes = operations.router({
  partners: operations.partners
    .use(may(...everyone))
    .handler(async ({ context }) => ({ items: await readPartners(context) })),
  partner: operations.partner.use(may(...everyone)).handler(({ input, context }) => readPartner(context, input.id)),
  addPartner: operations.addPartner.use(may(...keepers)).handler(({ input, context }) => addPartner(context, input)),
  editPartner: operations.editPartner
    .use(may(...keepers))
    .handler(({ input: { id, version, ...said }, context }) => editPartner(context, id, version, said)),
  mapCode: operations.mapCode.use(may(...keepers)).handler(async ({ input: { id, ...mapping }, context }) => {
    await mapCode(context, id, mapping)
    return { mapped: true as const }
  }),
  unmapCode: operations.unmapCode.use(may(...keepers)).handler(async ({ input, context }) => {
    await unmapCode(context, input.id, input.codeId)
    return { removed: true as const }
  }),
  list: operations.list.use(may(...everyone)).handler(async ({ input: { cursor, limit, ...filter }, context }) => {
    const before = cursor === undefined ? undefined : Number(cursor) || 0
    const rows = await listMessages(context.db, { ...filter, before, limit: limit + 1 })
    const items = rows.slice(0, limit)
    return { items: items.map(shown), nextCursor: rows.length > limit ? String(items.at(-1)!.id) : null }
  }),
  activities: operations.activities
    .use(may(...everyone))
    .handler(({ input }) => ({ items: [...activityTables[input.standard]] })),
  sendOrder: operations.sendOrder.use(may(...keepers)).handler(async ({ input, context }) => {
    const id = await sendOrder(context, input.id, input.order, input.kind)
    const [message] = await listMessages(context.db, { before: id + 1, limit: 1 })
    return shown(message!)
  }),
})
