import type { Db } from '../../platform/database.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AccountField, accountColumns } from '../account.ts'
import { type AccountRow, codesOf, findAccount, findBrief } from '../accounts.store.ts'
import { ancestorsOf } from '../hierarchy.store.ts'
import { parentAfterMerge } from './parent-after-merge.ts'

/** What an account has behind it, as the rooms above tell. Amounts in base currency. */
export type AccountHistory = {
  revenue: string
  revenueYear: string
  documents: number
  firstDay: string | null
  lastDay: string | null
  tier: 'platinum' | 'gold' | 'silver' | 'special' | 'regular' | null
  contacts: number
  uses: { use: string; count: number }[]
}

const fields = Object.keys(accountColumns) as AccountField[]

export async function readSides(db: Db, ids: readonly [number, number]) {
  const rows = await Promise.all(ids.map(id => findAccount(db, id)))
  const missing = ids.find((_, at) => !rows[at])
  if (missing !== undefined) throw new Refusal('account_unknown', { id: missing })
  const [one, other] = rows as [AccountRow, AccountRow]
  const sides = await Promise.all([describe(db, one), describe(db, other)])
  const differing = fields.filter(field => (one[field] ?? null) !== (other[field] ?? null))
  const above = async (row: AccountRow) => ({
    ...row,
    above: (await ancestorsOf(db, row.id)).ancestors.map(each => each.id),
  })
  const parentSettled = parentAfterMerge(await above(one), await above(other)) !== undefined
  return { sides, differing, parentSettled }
}

async function describe(db: Db, row: AccountRow) {
  const values = Object.fromEntries(
    fields.map(field => [field, row[field] === null ? null : String(row[field])]),
  ) as Record<AccountField, string | null>
  const parent = row.parentId === null ? undefined : await findBrief(db, row.parentId)
  const owner = row.ownerId === null ? null : await findPerson(db, row.ownerId)
  const shown = {
    ...values,
    parentId: parent ? `${parent.name} (${parent.code})` : values.parentId,
    ownerId: owner?.name ?? values.ownerId,
  }
  return { id: row.id, code: row.code, version: row.version, codes: await codesOf(db, row.id), values, shown }
}

/** The one with more history survives unless a person says otherwise: documents, then what else hangs on it, then age. */
export function suggestedSurvivor(sides: readonly { id: number; history: AccountHistory }[]): number {
  const weight = ({ history }: { history: AccountHistory }) =>
    history.uses.reduce((sum, { count }) => sum + count, 0) + history.contacts
  const [first] = [...sides].sort(
    (one, other) => other.history.documents - one.history.documents || weight(other) - weight(one) || one.id - other.id,
  )
  return first!.id
}
