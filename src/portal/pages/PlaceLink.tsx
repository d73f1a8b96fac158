import type { MouseEvent, ReactNode } from 'react'
import { goTo } from './address.web.ts'

type Props = { to: string; className?: string; current?: boolean; children: ReactNode }

/** A link within the portal; a click with a key held opens a tab as links do. */
export function PlaceLink({ to, className, current, children }: Props) {
  const go = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    goTo(to)
  }
  return (
    <a href={`/portal/${to}`} className={className} aria-current={current ? 'page' : undefined} onClick={go}>
      {children}
    </a>
  )
}
