import { Decimal } from 'decimal.js'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import { type CreatedOrder, createDraft, createProposal } from '../orders/orders.server.ts'
import { draftOrders, type PlannedOrder } from './draft-orders.use.ts'
import { readStockPolicy } from './stock-policy.store.ts'

export type Proposing = { db: Db; clock: Clock; actor: Actor }

/** What became of a planned order: its number, or why it was not made. */
export type ProposalMade = PlannedOrder & { order: CreatedOrder | null }

/**
 * Makes the orders that bring these accounts (null: all) to their targets. `as` draft: ours to look at first; proposed: the
 * account sees it at once. Where an order already waits, or nothing is left after the cuts, none is made. A manager's are
 * refused as account_not_yours where an account is not theirs.
 */
export async function proposeOrders(
  proposing: Proposing,
  accountIds: readonly number[] | null,
  as: 'draft' | 'proposed',
): Promise<ProposalMade[]> {
  const planned = await draftOrders(proposing, accountIds)
  const expiresAt = await expiryOf(proposing)
  const create = as === 'draft' ? createDraft : createProposal
  const made: ProposalMade[] = []
  await inTransactionOf(proposing.db, async db => {
    for (const plan of planned) {
      const { accountId, siteId, wantedOn, lines, waiting } = plan
      if (waiting || lines.length === 0) {
        made.push({ ...plan, order: null })
        continue
      }
      const order = await create(
        { ...proposing, db },
        {
          accountId,
          siteId,
          wantedOn,
          expiresAt,
          lines: lines.map(({ productId, quantity, unitPrice, reason }) => ({
            productId,
            quantity: new Decimal(quantity).toString(),
            unitPrice,
            reason,
          })),
        },
      )
      made.push({ ...plan, order })
    }
  })
  return made
}

/** Until when a proposal of now stands. */
export async function expiryOf({ db, clock }: Pick<Proposing, 'db' | 'clock'>): Promise<Date> {
  const { limits } = await readStockPolicy(db)
  return new Date(clock.now().getTime() + limits.proposalDays * 86_400_000)
}

const inTransactionOf = <T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)
