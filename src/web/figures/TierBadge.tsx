import { useLingui } from '@lingui/react/macro'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import style from './TierBadge.module.css'

export type Tier = 'platinum' | 'gold' | 'silver' | 'special'
export type Movement = 'up' | 'down' | 'new' | 'out'

type Props = {
  /** null: no tier. */
  tier: Tier | null
  /** Against the last confirmed review. */
  movement?: Movement | null
  /** Letter and name ("G Gold") instead of the letter alone. */
  named?: boolean
}

const letters: Record<Tier, string> = { platinum: 'P', gold: 'G', silver: 'S', special: '★' }

/** A tier's letter in its quiet tint: `<TierBadge tier="gold" movement="up" named />` */
export function TierBadge({ tier, movement, named }: Props) {
  const name = useTierName()(tier)
  const moved = useMovementWords(movement ?? null)
  const hint = [named ? null : name, moved].filter(Boolean).join(', ')
  return (
    <span className={style.whole} data-hint={hint || undefined}>
      <span className={`${style.badge} ${style[tier ?? 'none']}`}>
        <span aria-hidden="true">{tier ? letters[tier] : '–'}</span>
        <span className={named ? style.name : 'visually-hidden'}>{name}</span>
      </span>
      {movement && (
        <span className={style.movement}>
          {movement === 'up' || movement === 'new' ? (
            <IconArrowUp size={14} className={style.up} aria-hidden="true" />
          ) : (
            <IconArrowDown size={14} className={style.down} aria-hidden="true" />
          )}
          <span className="visually-hidden">{moved}</span>
        </span>
      )}
    </span>
  )
}

/** Names of the tiers in the reader's language. */
export function useTierName(): (tier: Tier | null) => string {
  const { t } = useLingui()
  return tier => {
    if (tier === 'platinum') return t`Platinum`
    if (tier === 'gold') return t`Gold`
    if (tier === 'silver') return t`Silver`
    if (tier === 'special') return t`Special`
    return t`No tier`
  }
}

function useMovementWords(movement: Movement | null): string {
  const { t } = useLingui()
  if (movement === 'up') return t`promoted at the last review`
  if (movement === 'down') return t`demoted at the last review`
  if (movement === 'new') return t`new at the last review`
  if (movement === 'out') return t`left at the last review`
  return ''
}
