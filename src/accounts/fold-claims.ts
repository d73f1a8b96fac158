/** One thing said: `strength` 0 when carried along by invoice lines, 1 when said by master data or a person. */
export type Claim<Fields> = { id: number; strength: 0 | 1; fields: Fields }

/**
 * The values in force: for each field that of the strongest claim, and among equals of the latest (the highest id).
 * `by` names the claim behind each value. A field that nobody spoke of is absent; one said to be none is null.
 * The database folds by the same rule (claims.store.ts); a property test holds the two together.
 */
export function foldClaims<Fields extends object>(
  claims: readonly Claim<Fields>[],
): { fields: Fields; by: { [field in keyof Fields]?: number } } {
  const inOrder = [...claims].sort((a, b) => a.strength - b.strength || a.id - b.id)
  const fields = {} as Fields
  const by: { [field in keyof Fields]?: number } = {}
  for (const claim of inOrder) {
    for (const field of Object.keys(claim.fields) as (keyof Fields)[]) {
      fields[field] = claim.fields[field]
      by[field] = claim.id
    }
  }
  return { fields, by }
}
