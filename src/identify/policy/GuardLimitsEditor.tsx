import { useLingui } from '@lingui/react/macro'
import { Section } from '../../web/page/Section.tsx'
import { percentOf, shareOfPercent } from '../percent.ts'
import type { GuardSettings } from '../policy.ts'
import { FigureField } from './FigureField.tsx'
import style from './fields.module.css'

type Props = { guards: GuardSettings; onChange: (guards: GuardSettings) => void }

/** From where the guards speak up. */
export function GuardLimitsEditor({ guards, onChange }: Props) {
  const { t } = useLingui()
  return (
    <Section title={t`Guards`} note={t`From where the classic mistakes are reported`}>
      <div className={style.fields}>
        <FigureField
          label={t`Too generous`}
          description={t`Cost to serve above this part of margin`}
          suffix="%"
          min={0}
          max={100}
          decimals={1}
          value={percentOf(guards.generousShare)}
          onChange={percent => onChange({ ...guards, generousShare: shareOfPercent(percent) })}
        />
        <FigureField
          label={t`Dependence`}
          description={t`One account above this part of contribution`}
          suffix="%"
          min={0}
          max={100}
          decimals={1}
          value={percentOf(guards.dependenceShare)}
          onChange={percent => onChange({ ...guards, dependenceShare: shareOfPercent(percent) })}
        />
        <FigureField
          label={t`Rising`}
          description={t`Growth of a small account`}
          suffix="%"
          min={0}
          max={10_000}
          decimals={1}
          value={percentOf(guards.risingGrowth)}
          onChange={percent => onChange({ ...guards, risingGrowth: shareOfPercent(percent) })}
        />
        <FigureField
          label={t`Falling silent`}
          description={t`Times its usual gap between orders`}
          suffix="×"
          min={1}
          max={100}
          step={0.5}
          decimals={1}
          value={guards.silentTimes}
          onChange={silentTimes => onChange({ ...guards, silentTimes })}
        />
      </div>
    </Section>
  )
}
