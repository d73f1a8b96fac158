import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { rooms } from './rooms.ts'

/** How long `g` waits for its letter, in milliseconds. */
const patience = 1200

/** `?` shows the keys, `g` then a letter goes to a room. ⌘K and Ctrl-K belong to the palette. Typing is never disturbed. */
export function useShellKeys(onHelp: () => void): void {
  const navigate = useNavigate()
  const pressedG = useRef(0)
  const help = useRef(onHelp)
  help.current = onHelp

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '?') {
        event.preventDefault()
        help.current()
      } else if (event.key === 'g') {
        pressedG.current = event.timeStamp
      } else if (pressedG.current > 0 && event.timeStamp - pressedG.current < patience) {
        pressedG.current = 0
        const room = rooms.find(candidate => candidate.letter === event.key)
        if (room) {
          event.preventDefault()
          void navigate({ to: room.path })
        }
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [navigate])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}
