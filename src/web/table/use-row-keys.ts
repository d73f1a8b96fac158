import { type KeyboardEvent, type RefObject, useState } from 'react'

const jump = 12

/** Arrow keys move row by row, PageUp and PageDown by twelve, Home and End to the ends; one row is in the tab order. */
export function useRowKeys(count: number, reveal: (index: number) => void, scroller: RefObject<HTMLElement | null>) {
  const [current, setCurrent] = useState(0)

  const focusRow = (index: number) => {
    reveal(index)
    setCurrent(index)
    // The row may have to be drawn first: two frames, then it is there.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus()),
    )
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onRow = event.target instanceof HTMLElement && event.target.dataset.row !== undefined
    if (!onRow || count === 0) return
    const target = nextRow(event.key, current, count)
    if (target === null) return
    event.preventDefault()
    focusRow(target)
  }

  return { onKeyDown, onFocus: setCurrent, reachable: (index: number) => index === Math.min(current, count - 1) }
}

/** The row a key leads to; null where the key means nothing here. */
export function nextRow(key: string, current: number, count: number): number | null {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: jump, PageUp: -jump }
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  const step = steps[key]
  return step === undefined ? null : Math.min(count - 1, Math.max(0, current + step))
}
