import type { SignalSource } from '../../platform/signal-source.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { forecastOffWords } from './forecast-signal-words.ts'
import { forecastsOff } from './off.store.ts'

/** Of what is off by so much one part in seven is lost within the year: stock written down, or sales missed. */
const confidence = 0.15

export default {
  kinds: { 'supply.forecast_off': forecastOffWords },
  read: async ({ db, accountIds }) => {
    const off = await forecastsOff(db, accountIds)
    const products = await productNames(
      db,
      off.map(each => each.productId),
    )
    return off.map(({ accountId, productId, months, expected, came, value }) => ({
      kind: 'supply.forecast_off',
      key: String(productId),
      accountId,
      personId: null,
      role: null,
      due: null,
      value,
      confidence,
      values: {
        account: accountId,
        product: productId,
        name: products.get(productId)?.name ?? '',
        months,
        expected: Math.round(expected),
        came: Math.round(came),
      },
    }))
  },
} satisfies SignalSource
