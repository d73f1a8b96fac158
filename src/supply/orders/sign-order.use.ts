import { Readable } from 'node:stream'
import type { Kysely } from 'kysely'
import type { DB } from '../../platform/database-types.ts'
import { findFile, keepFiles } from '../../platform/files/files.store.ts'
import { receiveFile } from '../../platform/files/receive-file.use.ts'
import type { Language } from '../../platform/language.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { publishEvent } from '../../platform/webhooks/webhooks.server.ts'
import { inTransactionOf, leaveStep, lockForAct, type OrderActing } from './acting-on-order.server.ts'
import { contentHash } from './order-content.server.ts'
import { orderContent } from './order-content.ts'
import { orderDocument, type ShownSignature } from './order-document.server.ts'
import { eventOf } from './order-events.server.ts'
import { findOrder, insertSignature, linesOf, moveOrder } from './orders.store.ts'

/** Beyond acting: where the document is kept. */
export type Signing = OrderActing & { db: Kysely<DB>; dataDirectory: string }

/** What is signed: the order of these accounts (null: of all), with the content that was shown. */
export type ShownOrder = { publicId: string; accountIds?: readonly number[] | null; contentHash: string }

export type Signer = { name: string; title?: string | null; language: Language }

/**
 * A buyer of the account signs what was shown to them. Of two at the same moment one signs and the other learns who did.
 * @throws Refusal order_not_found, order_signed_already (name, at), order_changed_meanwhile, order_state_past,
 * order_expired, order_act_not_allowed, order_empty, order_signer_missing
 */
export const signOrder = (context: Signing, shown: ShownOrder, signer: Signer): Promise<void> =>
  sign(context, 'sign', shown, signer, { how: 'portal', signedAt: context.clock.now(), scanFileId: null })

/**
 * A manager writes down that the account has signed on paper; the scan has been received before (POST /files).
 * @throws Refusal as signOrder; account_not_yours, attached_file_not_found, order_signed_later_invalid
 */
export async function signOnPaper(
  context: Signing,
  shown: ShownOrder,
  signer: Signer,
  paper: { scanFileId: string; signedAt: Date },
): Promise<void> {
  if (paper.signedAt > context.clock.now()) throw new Refusal('order_signed_later_invalid')
  if (!(await findFile(context.db, paper.scanFileId))) throw new Refusal('attached_file_not_found')
  await sign(context, 'sign on paper', shown, signer, { how: 'paper', ...paper })
}

async function sign(
  context: Signing,
  act: 'sign' | 'sign on paper',
  shown: ShownOrder,
  signer: Signer,
  { how, signedAt, scanFileId }: { how: 'portal' | 'paper'; signedAt: Date; scanFileId: string | null },
): Promise<void> {
  const { actor, clock } = context
  const name = signer.name.trim()
  if (name === '') throw new Refusal('order_signer_missing')
  const signature: ShownSignature = {
    how,
    signerName: name,
    signerTitle: signer.title?.trim() || null,
    recordedByName: how === 'paper' ? actor.name : null,
    signedAt: signedAt.toISOString(),
    contentHash: shown.contentHash,
  }
  const document = await keptDocument(context, shown, signature, signer.language)
  await inTransactionOf(context.db, async db => {
    const { order, next } = await lockForAct({ db, actor, clock }, act, shown)
    const lines = await linesOf(db, order.id)
    const content = { ...order, lines }
    if (order.contentHash !== shown.contentHash || contentHash(content) !== shown.contentHash || !document)
      throw new Refusal('order_changed_meanwhile', { number: order.number })
    if (!lines.some(line => line.quantity !== '0')) throw new Refusal('order_empty')
    await keepFiles(db, scanFileId ? [document.id, scanFileId] : [document.id])
    const signatureId = await insertSignature(db, order.id, {
      ...signature,
      signedBy: how === 'portal' ? actor.id : null,
      recordedBy: how === 'paper' ? actor.id : null,
      content: orderContent(content),
      documentFileId: document.id,
      documentSha256: document.sha256,
      language: signer.language,
      scanFileId,
    })
    await moveOrder(db, order, next, clock.now(), { signatureId })
    const detail = { name, contentHash: shown.contentHash, how }
    await leaveStep({ db, actor, clock }, order, { act, to: next, detail })
    await publishEvent(db, await eventOf(db, (await findOrder(db, order.publicId))!, clock.now()))
  })
}

/** Made before the order is locked; where somebody else signs first nobody keeps it. Null: the order is not as shown. */
async function keptDocument(
  { db, actor, clock, dataDirectory }: Signing,
  { publicId, accountIds, contentHash: shownHash }: ShownOrder,
  signature: ShownSignature,
  language: Language,
) {
  const order = await findOrder(db, publicId, accountIds)
  if (order?.contentHash !== shownHash) return null
  const { companyName, timeZone } = await readSettings(db)
  const bytes = await orderDocument({
    order: { ...order, state: 'signed' },
    lines: await linesOf(db, order.id),
    signature,
    company: { name: companyName, timeZone },
    reasons: new Map(),
    language,
    at: clock.now(),
  })
  return receiveFile({ db, actor, clock, dataDirectory }, `order ${order.number}.pdf`, Readable.from([bytes]))
}
