import type { BriefItem } from '../../platform/brief.ts'
import type { BriefPart } from '../../platform/brief-part.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { coverOf, type ItemCover } from './targets.store.ts'

/** What one can speak of in an hour. */
const most = 5

/** What runs out, the dearest first, and what lies too long. */
export default {
  name: 'stock',
  order: 25,
  read: async ({ db, accountId, words }) => {
    const items = await coverOf(db, { accountIds: [accountId] })
    const gone = items.filter(({ stockOutOn }) => stockOutOn !== null)
    gone.sort((one, other) => Number(other.lost) - Number(one.lost))
    const lying = items.filter(({ state }) => state === 'excess' || state === 'dead' || state === 'stuffed')
    if (gone.length === 0 && lying.length === 0) return null
    const products = await productNames(
      db,
      gone.slice(0, most).map(({ productId }) => productId),
    )
    const path = `/accounts/${accountId}/targets`
    const itemOf = ({ productId, stockOutOn, lost }: ItemCover): BriefItem => ({
      text: words(({ language, day }) => {
        const { code = '' } = products.get(productId) ?? {}
        return language === 'en' ? `${code} is gone on ${day(stockOutOn!)}` : `${code} 将于${day(stockOutOn!)}断货`
      }),
      detail:
        Number(lost) > 0
          ? words(({ language, money }) =>
              language === 'en' ? `${money(lost)} of contribution at stake` : `涉及贡献毛利 ${money(lost)}`,
            )
          : null,
      mark: 'bad',
      path,
    })
    const tooMuch: BriefItem = {
      text: words(({ language }) =>
        language === 'en'
          ? `${lying.length} ${lying.length === 1 ? 'product lies' : 'products lie'} too long`
          : `${lying.length} 项商品积压`,
      ),
      detail: null,
      mark: 'warning',
      path: `${path}?sort=surplus`,
    }
    return {
      title: { en: 'Stock', 'zh-Hans': '库存' },
      items: [...gone.slice(0, most).map(itemOf), ...(lying.length > 0 ? [tooMuch] : [])],
      topics:
        gone.length === 0
          ? []
          : [
              {
                text: { en: 'Go through the order that fills the gaps', 'zh-Hans': '商定补齐缺口的订单' },
                reason: words(({ language }) =>
                  language === 'en'
                    ? `${gone.length} ${gone.length === 1 ? 'product runs' : 'products run'} out`
                    : `${gone.length} 项商品将断货`,
                ),
                weight: 72,
              },
            ],
    }
  },
} satisfies BriefPart
