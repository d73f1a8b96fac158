import { useCallback, useState } from 'react'

const place = (name: string) => `vitalfew.portal.draft ${name}`

function keptDraft<Draft>(name: string): Draft | null {
  try {
    return JSON.parse(localStorage.getItem(place(name)) ?? 'null') as Draft | null
  } catch {
    return null
  }
}

/**
 * What somebody types, kept on their device until it has arrived: a lost connection, a closed page or a flat battery loses
 * nothing. `name` is one for each thing that is written.
 */
export function useDraft<Draft>(name: string, empty: Draft) {
  const [state, setState] = useState(() => ({ name, draft: keptDraft<Draft>(name) ?? empty }))
  const draft = state.name === name ? state.draft : (keptDraft<Draft>(name) ?? empty)
  const change = useCallback(
    (next: Draft) => {
      setState({ name, draft: next })
      try {
        localStorage.setItem(place(name), JSON.stringify(next))
      } catch {
        // A private window keeps nothing; then the page alone does.
      }
    },
    [name],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: an empty draft is the same whenever it is made
  const clear = useCallback(() => {
    setState({ name, draft: empty })
    localStorage.removeItem(place(name))
  }, [name])
  return { draft, change, clear }
}

/** At sign-out nothing stays on a device that may be shared. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(place(''))) localStorage.removeItem(key)
}
