import { TierMark } from '../../identify/TierMark.tsx'
import { TierBadge } from '../../web/figures/TierBadge.tsx'
import style from './ListedTier.module.css'
import type { ListedAccount } from './list.web.ts'

/** Tier with its movement at the last review; on a phone, where columns are few, also who has the account. */
export function ListedTier({ account }: { account: ListedAccount }) {
  const { tier, movement, owner } = account
  return (
    <span className={style.whole}>
      {tier === null || tier === 'regular' ? (
        // A regular account that moved down has left the ladder.
        <TierMark tier={tier} previous={movement === 'down' ? 'silver' : null} />
      ) : (
        <TierBadge tier={tier} movement={movement === 'stayed' ? null : movement} />
      )}
      {owner && <span className={style.owner}>{owner.name}</span>}
    </span>
  )
}
