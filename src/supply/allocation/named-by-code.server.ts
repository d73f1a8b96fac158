import { accountsByCode } from '../../accounts/account-names.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { productsByCode } from '../../products/product-names.server.ts'
import type { EnteredRequest, EnteredSupply } from './draw-up-run.use.ts'

type Coded = {
  requests: { account: string; product: string; quantity: string; committed: string }[] | null
  supply: { product: string; quantity: string }[]
}

/** What was entered by codes, by ids. @throws Refusal allocation_code_unknown */
export async function namedByCode(
  db: Db,
  { requests, supply }: Coded,
): Promise<{ requests: EnteredRequest[] | null; supply: EnteredSupply[] }> {
  const asked = requests ?? []
  const [accounts, products] = await Promise.all([
    accountsByCode(db, [...new Set(asked.map(each => each.account))]),
    productsByCode(db, [...new Set([...asked, ...supply].map(each => each.product))]),
  ])
  const idOf = (ids: Map<string, number>, code: string) => {
    const id = ids.get(code)
    if (id === undefined) throw new Refusal('allocation_code_unknown', { code })
    return id
  }
  return {
    requests:
      requests?.map(({ account, product, quantity, committed }) => ({
        accountId: idOf(accounts, account),
        productId: idOf(products, product),
        quantity,
        committed,
      })) ?? null,
    supply: supply.map(({ product, quantity }) => ({ productId: idOf(products, product), quantity })),
  }
}
