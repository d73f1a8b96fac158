import type pg from 'pg'
import { inTransaction } from '../../platform/database.server.ts'
import {
  clearTraits,
  copyTraits,
  eachPageOfAccounts,
  eachPortionOfPairs,
  gatherPairs,
  indexTraits,
  keepFound,
  type SkippedBlock,
  saveFound,
} from './duplicate-search.store.ts'
import { keyNumber } from './key-number.ts'
import { scorePair, worthALook } from './score-pair.ts'
import { blockingKeys, readTraits } from './traits.ts'

export type SearchProgress = {
  step: 'reading' | 'pairing' | 'comparing' | 'saving'
  accounts: number
  compared: number
  pairs: number
}

/** A trait that too many accounts share for it to say anything. */
export type Skipped = { key: string; accounts: number }

export type SearchOutcome = Omit<SearchProgress, 'step'> & { skipped: Skipped[]; skippedBlocks: number }

/**
 * Compares every two accounts that have a blocking key in common and records those worth a look. Streamed: memory holds a
 * page of accounts or a portion of pairs, however many there are. Throws where `onProgress` does, which is how it is
 * cancelled; the list is then as it was.
 */
export async function findDuplicates(
  pool: pg.Pool,
  at: Date,
  onProgress: (progress: SearchProgress) => Promise<void>,
): Promise<SearchOutcome> {
  const progress: SearchProgress = { step: 'reading', accounts: 0, compared: 0, pairs: 0 }
  const client = await pool.connect()
  try {
    await clearTraits(client)
    for await (const page of eachPageOfAccounts(client)) {
      const traits = page.map(readTraits)
      const keys = traits.flatMap(each => blockingKeys(each).map(key => [each.id, keyNumber(key)] as [number, number]))
      await copyTraits(client, traits, keys)
      progress.accounts += page.length
      await onProgress(progress)
    }
    await indexTraits(client)
  } finally {
    client.release()
  }
  return inTransaction(pool, async transaction => {
    progress.step = 'pairing'
    await onProgress(progress)
    const { skipped, skippedBlocks } = await gatherPairs(transaction)
    progress.step = 'comparing'
    for await (const portion of eachPortionOfPairs(transaction)) {
      const found = portion
        .map(({ one, other }) => ({ oneId: one.id, otherId: other.id, ...scorePair(one, other) }))
        .filter(({ score }) => score >= worthALook)
      await keepFound(transaction, found)
      progress.compared += portion.length
      progress.pairs += found.length
      await onProgress(progress)
    }
    progress.step = 'saving'
    await onProgress(progress)
    await saveFound(transaction, at)
    const { step: _, ...counts } = progress
    return { ...counts, skipped: skipped.map(named), skippedBlocks }
  })
}

/** The key in words: one of its accounts still has it. */
function named({ key, accounts, example }: SkippedBlock): Skipped {
  return { key: blockingKeys(example).find(each => keyNumber(each) === key) ?? '', accounts }
}
