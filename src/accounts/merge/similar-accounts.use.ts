import type pg from 'pg'
import type { Db } from '../../platform/database.server.ts'
import { sidesOf } from './duplicate-pairs.store.ts'
import { traitsByKeys } from './duplicate-search.store.ts'
import { keyNumber } from './key-number.ts'
import { scorePair } from './score-pair.ts'
import { blockingKeys, type Known, readTraits } from './traits.ts'

/** Percent from which somebody who adds an account is asked whether they mean this one: a look costs them little. */
const worthAsking = 25

/** Accounts, as the last search knew them, that may be the one about to be added; the likeliest first, five at most. */
export async function similarAccounts(
  { db, pool }: { db: Db; pool: pg.Pool },
  asked: Pick<Known, 'name' | 'taxNumber' | 'country' | 'city' | 'address'>,
) {
  const traits = readTraits({ ...asked, id: 0, codes: [], parentId: null, mails: [] })
  const found = (await traitsByKeys(pool, blockingKeys(traits).map(keyNumber)))
    .map(other => ({ id: other.id, ...scorePair(traits, other) }))
    .filter(({ score }) => score >= worthAsking)
    .sort((one, other) => other.score - one.score)
    .slice(0, 5)
  const sides = await sidesOf(
    db,
    found.map(({ id }) => id),
  )
  return found.flatMap(({ id, ...scored }) => {
    const side = sides.get(id)
    return side ? [{ ...side, ...scored }] : []
  })
}
