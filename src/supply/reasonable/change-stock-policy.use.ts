import { Decimal } from 'decimal.js'
import { recordChange } from '../../platform/audit.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import type { Reviewing } from './gather-review.server.ts'
import { type StockState, stockStates } from './review-item.ts'
import { computeTargets } from './review-stock.use.ts'
import { readStockPolicy, type StockPolicy, writeStockPolicy } from './stock-policy.store.ts'
import type { Target } from './target.ts'
import { targetsOf } from './targets.store.ts'

type Said = Omit<StockPolicy, 'version'>

/** In force from the next review on. Refused as stock_policy_invalid, stock_policy_changed_meanwhile. */
export async function changeStockPolicy(
  { db: outer, actor }: { db: Reviewing['db']; actor: Actor },
  said: Said,
  version: number,
): Promise<StockPolicy> {
  check(said)
  return outer.transaction().execute(async db => {
    const before = await readStockPolicy(db)
    if (before.version !== version || !(await writeStockPolicy(db, said, version)))
      throw new Refusal('stock_policy_changed_meanwhile')
    await recordChange(db, actor, {
      room: 'supply',
      subject: 'stock policy',
      subjectId: 'department',
      operation: 'change',
      before: { ...before.limits, service: before.service },
      after: { ...said.limits, service: said.service },
    })
    return readStockPolicy(db)
  })
}

/** What another policy would make of the stock as it is, against the newest review. Refused as stock_policy_invalid. */
export async function previewStockPolicy(reviewing: Reviewing, said: Said) {
  check(said)
  const [now, then] = await Promise.all([targetsOf(reviewing.db, null), computeTargets(reviewing, null, said)])
  const keyOf = ({ accountId, siteId, productId }: Target) => `${accountId} ${siteId} ${productId}`
  const before = new Map(now.map(target => [keyOf(target), target.state]))
  const moves = new Map<string, number>()
  for (const target of then) {
    const from = before.get(keyOf(target))
    if (from === undefined || from === target.state) continue
    const move = `${from} ${target.state}`
    moves.set(move, (moves.get(move) ?? 0) + 1)
  }
  return {
    items: then.length,
    before: outcomeOf(now),
    after: outcomeOf(then),
    moves: [...moves]
      .sort((one, other) => other[1] - one[1])
      .map(([move, items]) => {
        const [from, to] = move.split(' ') as [StockState, StockState]
        return { from, to, items }
      }),
  }
}

function outcomeOf(targets: readonly Target[]) {
  const states = Object.fromEntries(stockStates.map(state => [state, 0])) as Record<StockState, number>
  let targetValue = 0
  let wantedValue = 0
  for (const { state, orderUpTo, wanted, unitPrice } of targets) {
    states[state] += 1
    if (state === 'unknown') continue
    targetValue += orderUpTo * Number(unitPrice ?? 0)
    wantedValue += wanted * Number(unitPrice ?? 0)
  }
  return { states, targetValue: new Decimal(targetValue).toFixed(0), wantedValue: new Decimal(wantedValue).toFixed(0) }
}

function check({ limits }: Said): void {
  if (limits.aShare >= limits.bShare || limits.xLimit >= limits.yLimit) throw new Refusal('stock_policy_invalid')
}
