import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Language } from '../../platform/language.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { reasonsOf } from './line-reason.server.ts'
import { orderDocument } from './order-document.server.ts'
import { readOrder } from './read-orders.use.ts'

/**
 * The order as it stands, as a document to read, print and sign by hand; the signature in force stands on it. What was
 * shown when it was signed is kept in the file store: Signature.documentFileId.
 * @throws Refusal order_not_found
 */
export async function shownDocument(
  { db, clock }: { db: Db; clock: Clock },
  publicId: string,
  {
    accountIds = null,
    language,
    withReasons,
  }: { accountIds?: readonly number[] | null; language: Language; withReasons: boolean },
): Promise<{ name: string; bytes: Buffer }> {
  const { order, lines, signatures } = await readOrder(db, publicId, accountIds)
  const { companyName, timeZone, baseCurrency } = await readSettings(db)
  const reasons = withReasons ? await reasonsOf(lines, baseCurrency) : new Map()
  const bytes = await orderDocument({
    order,
    lines,
    signature: signatures.find(signature => signature.binds) ?? null,
    company: { name: companyName, timeZone },
    reasons: new Map([...reasons].map(([line, words]) => [line, words[language]])),
    language,
    at: clock.now(),
  })
  return { name: `order-${order.number}.pdf`, bytes }
}
