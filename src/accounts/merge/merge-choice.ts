import type { AccountField } from '../account.ts'

type Values = Partial<Record<AccountField, string | null>>

/** Whose value stands where nobody has chosen: the survivor's, or the other's where the survivor has none. */
export function defaultHolder(
  field: AccountField,
  survivor: { id: number; values: Values },
  other: { id: number; values: Values },
): number {
  return (survivor.values[field] ?? null) === null && (other.values[field] ?? null) !== null ? other.id : survivor.id
}

/** Fields that the survivor takes from the other, by what a person chose and by default for the rest. */
export function takenFields(
  differing: readonly AccountField[],
  chosen: Readonly<Partial<Record<AccountField, number>>>,
  survivor: { id: number; values: Values },
  other: { id: number; values: Values },
): AccountField[] {
  return differing.filter(field => (chosen[field] ?? defaultHolder(field, survivor, other)) === other.id)
}
