import { TierBadge } from '../web/figures/TierBadge.tsx'
import { useLanguage } from '../web/use-format.ts'
import { movementOf } from './movement.ts'
import style from './TierMark.module.css'
import { type Tier, tierName } from './tier.ts'

type Props = {
  /** null: not reviewed yet. */
  tier: Tier | null
  /** Tier at the review before, for the arrow. */
  previous?: Tier | null
  named?: boolean
}

/** A tier as this room knows it: badge for key accounts, a quiet word for regular ones. */
export function TierMark({ tier, previous = null, named }: Props) {
  const language = useLanguage()
  const movement = movementOf(previous, tier)
  if (tier !== 'regular') return <TierBadge tier={tier} movement={movement} named={named} />
  return (
    <span className={style.regular}>
      {named ? (
        tierName('regular', language)
      ) : (
        <>
          <span aria-hidden="true" data-hint={tierName('regular', language)}>
            ·
          </span>
          <span className="visually-hidden">{tierName('regular', language)}</span>
        </>
      )}
      {movement === 'out' && <TierBadgeArrow />}
    </span>
  )
}

/** The arrow of an account that left the ladder; the badge draws it beside "no tier". */
function TierBadgeArrow() {
  return (
    <span className={style.out}>
      <TierBadge tier={null} movement="out" />
    </span>
  )
}
