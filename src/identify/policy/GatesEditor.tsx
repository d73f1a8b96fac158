import { useLingui } from '@lingui/react/macro'
import { NumberInput, Switch } from '@mantine/core'
import { Section } from '../../web/page/Section.tsx'
import type { Policy } from '../policy.ts'
import { faultAt, type PolicyFault } from '../policy-draft.ts'
import { AmountField } from './AmountField.tsx'
import { Fault } from './Fault.tsx'
import style from './fields.module.css'

type Gates = Policy['gates']
type Props = { gates: Gates; onChange: (gates: Gates) => void; faults: readonly PolicyFault[] }

/** What an account must fulfil before points count at all. */
export function GatesEditor({ gates, onChange, faults }: Props) {
  const { t } = useLingui()
  return (
    <Section
      title={t`Qualification`}
      note={t`An account that does not pass stays Regular, whatever its points. An empty field asks nothing.`}
    >
      <div className={style.fields}>
        <NumberInput
          label={t`Months of cooperation`}
          placeholder={t`not asked`}
          min={0}
          max={600}
          decimalScale={0}
          value={gates.minimumCooperationMonths ?? ''}
          onChange={value => onChange({ ...gates, minimumCooperationMonths: typeof value === 'number' ? value : null })}
        />
        <AmountField
          label={t`A single document of`}
          placeholder={t`not asked`}
          value={gates.anyOf.singleDocument}
          onChange={singleDocument => onChange({ ...gates, anyOf: { ...gates.anyOf, singleDocument } })}
        />
        <AmountField
          label={t`or a year’s total of`}
          placeholder={t`not asked`}
          value={gates.anyOf.yearTotal}
          onChange={yearTotal => onChange({ ...gates, anyOf: { ...gates.anyOf, yearTotal } })}
        />
      </div>
      <Switch
        label={t`Legal standing must be confirmed`}
        checked={gates.legalStandingConfirmed}
        onChange={event => onChange({ ...gates, legalStandingConfirmed: event.currentTarget.checked })}
      />
      <Fault message={faultAt(faults, 'gates')} />
    </Section>
  )
}
