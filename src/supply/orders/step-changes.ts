export type StepChange = { product: string; from: string | null; to: string | null }

/** The lines that a step changed, whatever else it left behind. */
export function stepChanges(detail: unknown): StepChange[] {
  const { lines, cuts } = (detail ?? {}) as { lines?: unknown; cuts?: unknown }
  const said = Array.isArray(lines) ? lines : Array.isArray(cuts) ? cuts : []
  return said.flatMap(each =>
    typeof each?.product === 'string'
      ? [{ product: each.product, from: each.from ?? null, to: each.to ?? each.quantity ?? null }]
      : [],
  )
}
