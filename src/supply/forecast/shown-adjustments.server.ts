import { accountNames } from '../../accounts/account-names.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { mayAdjust } from './adjustment-rights.ts'
import type { AdjustmentWithWorth } from './adjustments.store.ts'

/** Adjustments with the names of their scope, and whether the reader may change them. */
export async function shownAdjustments(
  { db, actor }: Pick<ActorContext, 'db' | 'actor'>,
  rows: readonly AdjustmentWithWorth[],
) {
  const [accounts, products] = await Promise.all([
    accountNames(
      db,
      rows.flatMap(row => row.accountId ?? []),
    ),
    productNames(
      db,
      rows.flatMap(row => row.productId ?? []),
    ),
  ])
  return rows.map(({ publicId, accountId, productId, madeBy, id, ...row }) => {
    const account = accountId === null ? null : accounts.get(accountId)!
    return {
      ...row,
      id: publicId,
      account: account && { id: account.id, code: account.code, name: account.name },
      product: productId === null ? null : products.get(productId)!,
      mayChange: mayAdjust(actor, account),
    }
  })
}
