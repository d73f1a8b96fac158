import { useLingui } from '@lingui/react/macro'
import { SegmentedControl, Slider } from '@mantine/core'
import { useRef } from 'react'
import { Section } from '../../web/page/Section.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { percentOf, shareOfPercent } from '../percent.ts'
import type { TierRule } from '../policy.ts'
import { faultAt, type PolicyFault } from '../policy-draft.ts'
import { TierMark } from '../TierMark.tsx'
import { tierName } from '../tier.ts'
import { Fault } from './Fault.tsx'
import { FigureField } from './FigureField.tsx'
import style from './TierRuleEditor.module.css'

const usual: Readonly<Record<TierRule['by'], TierRule>> = {
  points: { by: 'points', platinum: 85, gold: 75, silver: 65 },
  quota: { by: 'quota', of: 'share', platinum: 0.02, gold: 0.05, silver: 0.13 },
  contribution: { by: 'contribution', platinum: 0.5, gold: 0.8, silver: 0.95 },
}
const rungs = ['platinum', 'gold', 'silver'] as const

type Props = { rule: TierRule; onChange: (rule: TierRule) => void; faults: readonly PolicyFault[] }

/** What earns a tier: points, a place among so many, or a part of the contribution. */
export function TierRuleEditor({ rule, onChange, faults }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  // What was set before one tried another way, to come back to.
  const tried = useRef<Partial<Record<TierRule['by'], TierRule>>>({})
  tried.current[rule.by] = rule
  const meanings: Record<TierRule['by'], string> = {
    points: t`An account earns the tier from so many points on`,
    quota: t`The best accounts by points, so many in each tier`,
    contribution: t`Largest contribution first: the accounts that together bring this part of all earned contribution`,
  }
  const inPercent = rule.by === 'contribution' || (rule.by === 'quota' && rule.of === 'share')
  const number = rule.by === 'quota' && rule.of === 'accounts'
  const shown = (value: number) => (inPercent ? percentOf(value) : value)
  const kept = (value: number) => (inPercent ? shareOfPercent(value) : value)
  return (
    <Section title={t`Tiers`} note={meanings[rule.by]}>
      <div className={style.ways}>
        <SegmentedControl
          aria-label={t`How tiers are earned`}
          value={rule.by}
          onChange={by => onChange(tried.current[by as TierRule['by']] ?? usual[by as TierRule['by']])}
          data={[
            { value: 'points', label: t`By points` },
            { value: 'quota', label: t`By places` },
            { value: 'contribution', label: t`By contribution` },
          ]}
        />
        {rule.by === 'quota' && (
          <SegmentedControl
            aria-label={t`Places are`}
            value={rule.of}
            onChange={of =>
              onChange(
                of === 'share' ? usual.quota : { by: 'quota', of: 'accounts', platinum: 10, gold: 30, silver: 80 },
              )
            }
            data={[
              { value: 'share', label: t`a share of accounts` },
              { value: 'accounts', label: t`a number of accounts` },
            ]}
          />
        )}
      </div>
      <div className={style.rungs}>
        {rungs.map(tier => {
          const name = tierName(tier, language)
          const set = (value: number) => onChange({ ...rule, [tier]: kept(value) })
          return (
            <div key={tier} className={style.rung}>
              <TierMark tier={tier} named />
              <Slider
                thumbLabel={t`Threshold of ${name}`}
                label={null}
                min={0}
                max={number ? 200 : rule.by === 'quota' ? 50 : 100}
                step={rule.by === 'points' ? 0.5 : number ? 1 : 0.5}
                value={shown(rule[tier])}
                onChange={set}
              />
              <FigureField
                size="xs"
                label={undefined}
                spoken={t`Threshold of ${name}, exact`}
                min={0}
                max={number ? 1_000_000 : 100}
                decimals={number ? 0 : 2}
                suffix={inPercent ? '%' : ''}
                value={shown(rule[tier])}
                onChange={set}
              />
            </div>
          )
        })}
      </div>
      <Fault message={faultAt(faults, 'tiers')} />
    </Section>
  )
}
