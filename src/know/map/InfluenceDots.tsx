import { useLingui } from '@lingui/react/macro'
import style from './InfluenceDots.module.css'

/** Influence of 1 to 5 as filled dots; nothing where nobody has said. */
export function InfluenceDots({ influence }: { influence: number | null }) {
  const { t } = useLingui()
  if (influence === null) return null
  const words = t`Influence ${influence} of 5`
  return (
    <span className={style.dots} data-hint={words}>
      <span className="visually-hidden">{words}</span>
      {[1, 2, 3, 4, 5].map(step => (
        <span key={step} className={style.dot} data-filled={step <= influence || undefined} aria-hidden="true" />
      ))}
    </span>
  )
}
