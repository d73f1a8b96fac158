import type { DeliveryRow } from '../../supply/deliveries/delivery.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import { Random } from '../random.ts'

/** What an account has of a product and sells of it in a week. */
export type DemoCover = {
  accountId: number
  productId: number
  onHand: number
  weekly: number
  city: string
  country: string
}

const shipments = 18
const linesEach = 4

/**
 * What the ERP plans to ship by sea in the coming weeks: to each account the products that last shortest there, for four
 * weeks of sales. Half of them come close enough that a storm at the port decides.
 */
export function plannedShipments(seed: string, cover: readonly DemoCover[]): DeliveryRow[] {
  const byAccount = Map.groupBy(
    cover.filter(({ weekly }) => weekly >= 3),
    ({ accountId }) => accountId,
  )
  const weeksLeft = (item: DemoCover) => item.onHand / item.weekly
  return [...byAccount.values()]
    .filter(items => items.length >= linesEach)
    .slice(0, shipments)
    .flatMap((items, at) => {
      const random = new Random(seed, 'planned', String(at))
      const leaves = at % 2 === 0 ? random.integer(0, 1) : random.integer(2, 9)
      const reference = `PL${261_100 + at}`
      return items
        .toSorted((one, other) => weeksLeft(one) - weeksLeft(other))
        .slice(0, linesEach)
        .map(({ accountId, productId, weekly, city, country }, line): DeliveryRow => {
          const quantity = Math.max(4, Math.ceil(weekly * 4))
          return {
            accountId,
            key: `${reference} | line ${line + 1}`,
            reference,
            line: String(line + 1),
            productId,
            promisedOn: dayText(dayNumber(demoDay) + leaves + 9),
            promisedQuantity: String(quantity),
            weightKg: (quantity * random.between(0.35, 1.6)).toFixed(1),
            mode: 'sea',
            fromPlace: 'Ningbo',
            toPlace: city,
            country,
          }
        })
    })
}
