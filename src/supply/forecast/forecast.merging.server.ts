import type { MergingRoom } from '../../accounts/merge/merging-room.server.ts'

/** Forecasts and what stood before are worked out anew from the ledger that has moved; adjustments move with it. */
export const forecastMerging: MergingRoom = {
  tables: { 'supply.forecast': 'passing', 'supply.forecast_past': 'passing' },
}
