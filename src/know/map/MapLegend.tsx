import { Trans, useLingui } from '@lingui/react/macro'
import { stances } from '../people/profile.ts'
import style from './relationships.module.css'
import { StanceMark } from './StanceMark.tsx'

/** What signs and strokes mean; also on paper. */
export function MapLegend() {
  const { t } = useLingui()
  return (
    <ul className={style.legend} aria-label={t`Legend`}>
      {stances.toReversed().map(stance => (
        <li key={stance}>
          <StanceMark stance={stance} named />
        </li>
      ))}
      <li>
        <Stroke look="reports" />
        <Trans>reports to</Trans>
      </li>
      <li>
        <Stroke look="influences" />
        <Trans>influences</Trans>
      </li>
      <li>
        <Stroke look="knows" />
        <Trans>one of ours knows them, 1 to 5</Trans>
      </li>
    </ul>
  )
}

function Stroke({ look }: { look: 'reports' | 'influences' | 'knows' }) {
  return (
    <svg width="28" height="10" viewBox="0 0 28 10" className={style[look]} aria-hidden="true">
      <path d={look === 'knows' ? 'M0 5H28' : 'M0 5H22'} />
      {look !== 'knows' && <path d="M20 1 28 5 20 9Z" className={style.head} />}
    </svg>
  )
}
