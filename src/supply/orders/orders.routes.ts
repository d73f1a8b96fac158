import { accountNames } from '../../accounts/account-names.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { type ActorContext, everyone, implementing, may } from '../../platform/operation.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { confirmOrder } from './confirm-order.use.ts'
import { createDraft, createProposal } from './create-order.use.ts'
import type { CutReason } from './cut-reason.ts'
import { editOrder } from './edit-order.use.ts'
import { reasonsOf } from './line-reason.server.ts'
import { declineOrder, proposeOrder, withdrawOrder } from './move-order.use.ts'
import { ordersContract } from './orders.contract.ts'
import { actsOf, readOrder, readOrders, readStates } from './read-orders.use.ts'
import { shipOrder } from './ship-order.use.ts'
import { signOnPaper } from './sign-order.use.ts'
import { stepChanges } from './step-changes.ts'

const operations = implementing(ordersContract)
const sellers = ['administrator', 'head', 'manager', 'back office'] as const
const answering = ['administrator', 'head', 'manager'] as const
const dispatch = ['administrator', 'head', 'back office'] as const

const asInstant = (instant: string | null | undefined) =>
  instant === undefined ? undefined : instant === null ? null : new Date(instant)

export const ordersRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(async ({ input, context }) => {
    const { items, nextCursor } = await readOrders(context.db, {
      accountIds: input.accountId === undefined ? null : [input.accountId],
      ownerId: input.ownerId ?? null,
      states: input.state ?? null,
      text: input.text || null,
      limit: input.limit,
      cursor: input.cursor ?? null,
    })
    return {
      items: items.map(({ accountId: id, accountCode: code, accountName: name, ownerId, ...row }) => ({
        ...row,
        account: { id, code, name, ownerId },
      })),
      nextCursor,
    }
  }),
  states: operations.states
    .use(may(...everyone))
    .handler(({ input, context }) =>
      readStates(context.db, input.accountId === undefined ? null : [input.accountId], input.ownerId ?? null),
    ),
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => shown(context, input.publicId)),
  create: operations.create
    .use(may(...sellers))
    .handler(async ({ input: { propose, expiresAt, ...said }, context }) => {
      const create = propose ? createProposal : createDraft
      const { publicId } = await create(context, { ...said, expiresAt: asInstant(expiresAt) })
      return shown(context, publicId)
    }),
  edit: operations.edit
    .use(may(...sellers))
    .handler(async ({ input: { publicId, version, expiresAt, ...said }, context }) => {
      const expiry = expiresAt === undefined ? {} : { expiresAt: asInstant(expiresAt) }
      await editOrder(context, { publicId, version }, { ...said, ...expiry })
      return shown(context, publicId)
    }),
  propose: operations.propose
    .use(may(...sellers))
    .handler(async ({ input: { publicId, version, expiresAt, note }, context }) => {
      await proposeOrder(context, { publicId, version }, { expiresAt: asInstant(expiresAt) ?? null, note })
      return shown(context, publicId)
    }),
  signOnPaper: operations.signOnPaper
    .use(may(...answering))
    .handler(async ({ input: { publicId, contentHash, signedAt, scanFileId, ...signer }, context }) => {
      const paper = { scanFileId, signedAt: new Date(signedAt) }
      await signOnPaper(context, { publicId, contentHash }, signer, paper)
      return shown(context, publicId)
    }),
  decline: operations.decline.use(may(...answering)).handler(async ({ input, context }) => {
    await declineOrder(context, input, input.reason)
    return shown(context, input.publicId)
  }),
  withdraw: operations.withdraw.use(may(...sellers)).handler(async ({ input, context }) => {
    await withdrawOrder(context, input, input.reason)
    return shown(context, input.publicId)
  }),
  confirm: operations.confirm
    .use(may(...dispatch))
    .handler(async ({ input: { publicId, version, ...said }, context }) => {
      await confirmOrder(context, { publicId, version }, said)
      return shown(context, publicId)
    }),
  ship: operations.ship
    .use(may(...dispatch))
    .handler(async ({ input: { publicId, version, shippedOn, ...said }, context }) => {
      const day = shippedOn ?? (await businessDay(context))
      await shipOrder(context, { publicId, version }, { ...said, shippedOn: day })
      return shown(context, publicId)
    }),
})

async function shown(context: ActorContext, publicId: string) {
  const { db, actor } = context
  const { order, lines, steps, signatures, total } = await readOrder(db, publicId)
  const reasons = await reasonsOf(lines, (await readSettings(db)).baseCurrency)
  const { accountId: id, accountCode: code, accountName: name, siteId, ...head } = order
  const ownerId = (await accountNames(db, [id])).get(id)?.ownerId ?? null
  return {
    ...head,
    account: { id, code, name, ownerId },
    site: siteId === null ? null : { id: siteId },
    total,
    lines: lines.map(({ productId, productCode, productName, reason: _, cutReason, ...line }) => ({
      ...line,
      product: { id: productId, code: productCode, name: productName },
      cutReason: cutReason as CutReason | null,
      reason: reasons.get(line.line) ?? null,
    })),
    steps: steps.map(step => ({ ...step, changes: stepChanges(step.detail) })),
    signatures,
    acts: await actsOf(db, actor, { accountId: id, state: order.state }),
  }
}
