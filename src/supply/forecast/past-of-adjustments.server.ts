import type pg from 'pg'
import { inScope } from './adjustment.ts'
import type { Demand } from './demand.ts'
import { pastOfPlaces } from './past.store.ts'
import { type AdjustmentWorth, worthOf } from './past.ts'
import { daysShared, periodDays } from './periods.ts'

/**
 * What each adjustment that is over was worth: its scope taken as one, the months before which it had been said, without
 * it, with it and by what costs nothing. Those of which nothing is kept any more are left as they were found before.
 */
export async function worthOfAdjustments(client: pg.ClientBase, demand: Demand): Promise<AdjustmentWorth[]> {
  const found: AdjustmentWorth[] = []
  for (const adjustment of demand.adjustments) {
    if (adjustment.toDay >= demand.firstAhead) continue
    const days = { from: adjustment.fromDay, to: adjustment.toDay }
    const months = demand.months.filter(
      month => adjustment.madeOn <= month && daysShared(periodDays(month, 'month'), days) > 0,
    )
    if (months.length === 0) continue
    const places = demand.items.filter(item => inScope(adjustment, item))
    const worth = worthOf(adjustment.id, await pastOfPlaces(client, places, months))
    if (worth) found.push(worth)
  }
  return found
}
