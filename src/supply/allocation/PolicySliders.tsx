import { useLingui } from '@lingui/react/macro'
import { Slider } from '@mantine/core'
import { type Tier, tierName, tiers } from '../../identify/tier.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './allocation.module.css'
import { type AllocationPolicy, greatestWeight } from './allocation-policy.ts'

type Props = { policy: AllocationPolicy; onChange: (policy: AllocationPolicy) => void; disabled?: boolean }

/** From 1 to 1,000 in steps that are alike to the eye: each doubles in about ten. */
const weightAt = (place: number) => Math.round(greatestWeight ** (place / 100))
const placeOf = (weight: number) => (100 * Math.log(weight)) / Math.log(greatestWeight)

export function PolicySliders({ policy, onChange, disabled }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const weigh = (tier: Tier, weight: number) => onChange({ ...policy, weights: { ...policy.weights, [tier]: weight } })
  return (
    <>
      {[...tiers].reverse().map(tier => (
        <div key={tier} className={style.slider}>
          <span>{tierName(tier, language)}</span>
          <Slider
            size="sm"
            label={null}
            disabled={disabled}
            min={0}
            max={100}
            step={0.5}
            value={placeOf(policy.weights[tier])}
            onChange={place => weigh(tier, weightAt(place))}
            thumbLabel={t`Weight of ${tierName(tier, language)}`}
            thumbProps={{ 'aria-valuetext': String(policy.weights[tier]) }}
          />
          <output className="figures">{format.count(policy.weights[tier])}</output>
        </div>
      ))}
      <div className={style.slider}>
        <span>{t`Floor`}</span>
        <Slider
          size="sm"
          label={null}
          disabled={disabled}
          min={0}
          max={100}
          value={policy.floorPercent}
          onChange={floorPercent => onChange({ ...policy, floorPercent })}
          thumbLabel={t`Floor, percent of the fair part`}
        />
        <output className="figures">{policy.floorPercent}%</output>
      </div>
    </>
  )
}
