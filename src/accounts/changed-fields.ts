/** Those of the wanted fields that differ from what is there, with their old and new values. */
export function changedFields<Wanted extends object>(
  present: { readonly [field in keyof Wanted]?: unknown },
  wanted: Wanted,
): { before: Record<string, unknown>; after: Partial<Wanted> } {
  const before: Record<string, unknown> = {}
  const after: Partial<Wanted> = {}
  for (const field of Object.keys(wanted) as (keyof Wanted & string)[]) {
    if (wanted[field] === undefined || wanted[field] === (present[field] ?? null)) continue
    before[field] = present[field] ?? null
    after[field] = wanted[field]
  }
  return { before, after }
}
