import { type RefObject, useEffect, useRef } from 'react'

type At = { x: number; y: number }

type Gestures = {
  onPan: (dx: number, dy: number) => void
  /** Around a spot of the element, in pixels. */
  onZoom: (factor: number, at: At) => void
  onTap: (at: At) => void
  /** The spot under a mouse; null: it left, or something is being dragged. */
  onHover: (at: At | null) => void
}

/** A press that moves less is a tap. */
const tapPixels = 6

/** Pointer, finger, pinch, wheel and double click on an element. */
export function useGestures(target: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const now = useRef(gestures)
  now.current = gestures
  useEffect(() => {
    const element = target.current
    if (!element) return
    const held = new Map<number, At>()
    let travelled = 0
    const spot = (event: MouseEvent): At => {
      const box = element.getBoundingClientRect()
      return { x: event.clientX - box.left, y: event.clientY - box.top }
    }
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return
      element.setPointerCapture(event.pointerId)
      if (held.size === 0) travelled = 0
      held.set(event.pointerId, spot(event))
      if (held.size > 1) travelled = Number.POSITIVE_INFINITY
    }
    const move = (event: PointerEvent) => {
      const to = spot(event)
      const from = held.get(event.pointerId)
      if (!from) return event.pointerType === 'mouse' ? now.current.onHover(to) : undefined
      const [other] = [...held].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
      held.set(event.pointerId, to)
      travelled += Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
      if (other) {
        const before = Math.hypot(from.x - other.x, from.y - other.y)
        const after = Math.hypot(to.x - other.x, to.y - other.y)
        if (before > 0) now.current.onZoom(after / before, { x: (to.x + other.x) / 2, y: (to.y + other.y) / 2 })
      } else if (travelled >= tapPixels) {
        now.current.onHover(null)
        now.current.onPan(to.x - from.x, to.y - from.y)
      }
    }
    const up = (event: PointerEvent) => {
      if (!held.delete(event.pointerId)) return
      if (event.type === 'pointerup' && travelled < tapPixels) now.current.onTap(spot(event))
    }
    const wheel = (event: WheelEvent) => {
      event.preventDefault()
      now.current.onZoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0016)), spot(event))
    }
    const double = (event: MouseEvent) => now.current.onZoom(2, spot(event))
    const leave = () => now.current.onHover(null)
    element.addEventListener('pointerdown', down)
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', up)
    element.addEventListener('pointercancel', up)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('wheel', wheel, { passive: false })
    element.addEventListener('dblclick', double)
    return () => {
      element.removeEventListener('pointerdown', down)
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', up)
      element.removeEventListener('pointercancel', up)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('wheel', wheel)
      element.removeEventListener('dblclick', double)
    }
  }, [target])
}
