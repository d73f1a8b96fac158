import { useEffect, useSyncExternalStore } from 'react'

/** The name of the open page below its room (an account's name), for the breadcrumbs. One page is open at a time. */
let label: string | null = null
const listeners = new Set<() => void>()

function say(next: string | null) {
  label = next
  for (const listener of listeners) listener()
}

/** A page below a room names itself: `useCrumb(account?.name)`. Also names the browser's tab. */
export function useCrumb(name: string | null | undefined): void {
  useEffect(() => {
    say(name ?? null)
    return () => say(null)
  }, [name])
}

export function useCrumbLabel(): string | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => label,
  )
}
