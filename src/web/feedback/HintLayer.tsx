import { useEffect, useState } from 'react'
import style from './HintLayer.module.css'

type Hint = { text: string; left: number; top: number }

/**
 * One layer shows the hint of whatever the pointer or the focus rests on. Any element asks for it with
 * `data-hint="text"`: a table of 100,000 rows then needs no tooltip component in its cells.
 */
export function HintLayer() {
  const [hint, setHint] = useState<Hint | null>(null)

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = (event: Event) => {
      const target = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-hint]') : null
      clearTimeout(timer)
      if (!target?.dataset.hint) {
        setHint(null)
        return
      }
      const text = target.dataset.hint
      timer = setTimeout(() => {
        if (!target.isConnected) return
        const box = target.getBoundingClientRect()
        const left = Math.min(Math.max(box.left + box.width / 2, 90), window.innerWidth - 90)
        setHint({ text, left, top: box.top < 48 ? box.bottom + 34 : box.top })
      }, 120)
    }
    const hide = () => {
      clearTimeout(timer)
      setHint(null)
    }
    document.addEventListener('pointerover', show)
    document.addEventListener('focusin', show)
    document.addEventListener('pointerdown', hide)
    document.addEventListener('scroll', hide, true)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerover', show)
      document.removeEventListener('focusin', show)
      document.removeEventListener('pointerdown', hide)
      document.removeEventListener('scroll', hide, true)
    }
  }, [])

  if (!hint) return null
  return (
    <div className={style.hint} role="tooltip" style={{ left: hint.left, top: hint.top }}>
      {hint.text}
    </div>
  )
}
