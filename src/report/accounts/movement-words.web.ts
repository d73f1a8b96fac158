import { useLingui } from '@lingui/react/macro'
import type { ListedMovement } from '../accounts-search.ts'

/** How a tier moved at the last review, as a filter says it. */
export function useMovementWords(): (movement: ListedMovement) => string {
  const { t } = useLingui()
  return movement => {
    if (movement === 'up') return t`Promoted`
    if (movement === 'down') return t`Demoted`
    if (movement === 'new') return t`First review`
    return t`Unchanged`
  }
}
