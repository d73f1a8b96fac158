import type { MergingRoom } from '../accounts/merge/merging-room.server.ts'
import { lockLedger } from './bookkeeping.store.ts'
import { queryableOf } from './connection.server.ts'
import { moveInLedger } from './move-account.server.ts'

/** The ledger moves its rows itself: the account is in its keys, and months and years follow. */
export const ledgerMerging: MergingRoom = {
  tables: {
    'ledger.document': 'own way',
    'ledger.line': 'own way',
    'ledger.line_version': 'own way',
    'ledger.cost_entry': 'own way',
    'ledger.account_month': 'own way',
    'ledger.account_year': 'own way',
    'ledger.staged_line': 'passing',
    'ledger.touched_document': 'passing',
    'ledger.touched_month': 'passing',
  },
  lock: db => lockLedger(queryableOf(db)),
  move: (db, from, to) => moveInLedger(queryableOf(db), { from, to, origins: null }),
  moveBack: async (db, from, to, origins) => {
    await moveInLedger(queryableOf(db), { from, to, origins })
  },
}
