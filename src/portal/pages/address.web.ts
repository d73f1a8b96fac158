import { useSyncExternalStore } from 'react'

/** The portal's pages are few: the address is its whole state. */
const moved = 'portal:moved'

const subscribe = (listener: () => void) => {
  window.addEventListener('popstate', listener)
  window.addEventListener(moved, listener)
  return () => {
    window.removeEventListener('popstate', listener)
    window.removeEventListener(moved, listener)
  }
}

/** The address below /portal, such as 'orders/2f6c…'; '' at home. */
export function useAddress(): string {
  const path = useSyncExternalStore(subscribe, () => window.location.pathname)
  return path.replace(/^\/portal\/?/, '').replace(/\/$/, '')
}

export function goTo(address: string, options: { replace?: boolean } = {}): void {
  const path = `/portal/${address}`
  if (options.replace) window.history.replaceState(null, '', path)
  else window.history.pushState(null, '', path)
  window.dispatchEvent(new Event(moved))
  window.scrollTo(0, 0)
}
