import type { MergingRoom } from './accounts/merge/merging-room.server.ts'
import { identifyMerging } from './identify/identify.merging.server.ts'
import { ledgerMerging } from './ledger/ledger.merging.server.ts'
import { forecastMerging } from './supply/forecast/forecast.merging.server.ts'
import { reasonableMerging } from './supply/reasonable/reasonable.merging.server.ts'
import { stockMerging } from './supply/stock/stock.merging.server.ts'

/** The trail stays with the account of which it tells; what waits to be looked at again passes. */
const platformMerging: MergingRoom = {
  tables: { 'platform.change': 'stays', 'platform.changed_account': 'passing' },
}

/** Rooms whose tables do not simply move when an account is merged into another. Wiring only. */
export const mergingRooms: readonly MergingRoom[] = [
  ledgerMerging,
  identifyMerging,
  stockMerging,
  forecastMerging,
  reasonableMerging,
  platformMerging,
]
