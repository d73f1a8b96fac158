import { useLingui } from '@lingui/react/macro'
import { Section } from '../../web/page/Section.tsx'
import type { Policy } from '../policy.ts'
import { FigureField } from './FigureField.tsx'
import style from './fields.module.css'

type Props = { policy: Policy; onChange: (change: Partial<Policy>) => void }

/** Promotion at once, demotion with patience; the window and the rhythm of reviews. */
export function SteadinessEditor({ policy, onChange }: Props) {
  const { t } = useLingui()
  const { hysteresis } = policy
  return (
    <Section title={t`Steadiness and rhythm`} note={t`Promotion comes at once; a tier is lost with patience`}>
      <div className={style.fields}>
        <FigureField
          label={policy.tiers.by === 'contribution' ? t`Margin, percent` : t`Margin, points`}
          description={t`So far below a threshold is forgiven`}
          min={0}
          max={50}
          step={0.5}
          decimals={2}
          value={hysteresis.margin}
          onChange={margin => onChange({ hysteresis: { ...hysteresis, margin } })}
        />
        <FigureField
          label={t`Patience, reviews`}
          description={t`In a row below the margin; 1 demotes at once`}
          min={1}
          max={12}
          value={hysteresis.reviewsBeforeDemotion}
          onChange={reviewsBeforeDemotion => onChange({ hysteresis: { ...hysteresis, reviewsBeforeDemotion } })}
        />
        <FigureField
          label={t`Window, months`}
          description={t`Of the ledger, up to the day of the review`}
          min={1}
          max={60}
          value={policy.windowMonths}
          onChange={windowMonths => onChange({ windowMonths })}
        />
        <FigureField
          label={t`Rhythm, months`}
          description={t`From one review to the next`}
          min={1}
          max={24}
          value={policy.reviewEveryMonths}
          onChange={reviewEveryMonths => onChange({ reviewEveryMonths })}
        />
      </div>
    </Section>
  )
}
