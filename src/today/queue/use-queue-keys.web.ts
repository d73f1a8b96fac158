import { useEffect, useRef, useState } from 'react'

/** As long as the shell waits for the letter after `g`, in milliseconds: that letter is not ours. */
const shellPatience = 1200

export type QueueKeys = Record<'e' | 's' | 'd' | 'x' | 'o', (index: number) => void>

/** j and k go through the queue; e, s, d, x and o act on the signal that is marked. Answers with its place. */
export function useQueueKeys(
  length: number,
  keys: QueueKeys,
): { current: number; setCurrent: (index: number) => void } {
  const [current, setCurrent] = useState(-1)
  const seen = useRef({ current, length, keys })
  seen.current = { current, length, keys }
  const pressedG = useRef(Number.NEGATIVE_INFINITY)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return
      if (event.key === 'g') pressedG.current = event.timeStamp
      else if (event.timeStamp - pressedG.current < shellPatience) pressedG.current = Number.NEGATIVE_INFINITY
      else if (event.key === 'j' || event.key === 'k') {
        const step = event.key === 'j' ? 1 : -1
        setCurrent(Math.max(0, Math.min(seen.current.length - 1, seen.current.current + step)))
      } else if (
        event.key in seen.current.keys &&
        seen.current.current >= 0 &&
        seen.current.current < seen.current.length
      ) {
        event.preventDefault()
        seen.current.keys[event.key as keyof QueueKeys](seen.current.current)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return { current: Math.min(current, length - 1), setCurrent }
}

/** Somebody types, or a menu, drawer or dialog lies open and has its own keys. */
function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"]')) return true
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}
