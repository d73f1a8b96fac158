import { Trans, useLingui } from '@lingui/react/macro'
import { Select, TextInput } from '@mantine/core'
import { useCompany } from '../../web/session.ts'
import style from './targets.module.css'
import type { PolicyRead } from './targets.web.ts'
import { useWeekdays } from './use-weekdays.web.ts'

type Limits = PolicyRead['limits']
type Props = { limits: Limits; readOnly: boolean; onChange: (limits: Limits) => void }

/** Limits of classes and states, lead time, rates and the usual rhythm. */
export function LimitFields({ limits, readOnly, onChange }: Props) {
  const { t } = useLingui()
  const { baseCurrency } = useCompany()
  const weekdays = useWeekdays()
  const parts: { title: string; fields: [keyof Limits, string, ('share' | 'money')?][] }[] = [
    {
      title: t`Classes`,
      fields: [
        ['aShare', t`A up to, % of contribution`, 'share'],
        ['bShare', t`B up to, % of contribution`, 'share'],
        ['xLimit', t`X: a month varies by up to, %`, 'share'],
        ['yLimit', t`Y: a month varies by up to, %`, 'share'],
      ],
    },
    {
      title: t`Too much`,
      fields: [
        ['excessWeeks', t`Excess beyond, weeks of cover`],
        ['deadWeeks', t`Dead without a sale in, weeks`],
        ['closingWeeks', t`Weeks before we close the books`],
        ['stuffedFactor', t`Stuffed from, shipped ÷ sold`],
      ],
    },
    {
      title: t`Lead time`,
      fields: [
        ['preparationDays', t`From order to shipment, days`],
        ['leadDays', t`On the way where nothing tells, days`],
        ['leadSdDays', t`Its spread, days`],
      ],
    },
    {
      title: t`What things cost`,
      fields: [
        ['capitalRate', t`Capital, % a year`, 'share'],
        ['packHandling', t`Handling a pack, ${baseCurrency}`, 'money'],
        ['layerHandling', t`Handling a layer, ${baseCurrency}`, 'money'],
        ['palletHandling', t`Handling a pallet, ${baseCurrency}`, 'money'],
        ['orderLineCost', t`An order line, ${baseCurrency}`, 'money'],
      ],
    },
    {
      title: t`Usual rhythm`,
      fields: [
        ['hour', t`Hour`],
        ['proposalDays', t`A proposal stands, days`],
      ],
    },
  ]
  return (
    <>
      {parts.map(({ title, fields }, part) => (
        <section key={title} className={style.part}>
          <h3>{title}</h3>
          <div className={style.fields}>
            {part === 4 && (
              <Select
                label={t`Day of the week`}
                disabled={readOnly}
                allowDeselect={false}
                value={String(limits.weekday)}
                onChange={value => onChange({ ...limits, weekday: Number(value ?? limits.weekday) })}
                data={weekdays}
              />
            )}
            {part === 1 && (
              <Select
                label={t`Books close each`}
                disabled={readOnly}
                allowDeselect={false}
                value={limits.closing}
                onChange={value => onChange({ ...limits, closing: value === 'quarter' ? 'quarter' : 'year' })}
                data={[
                  { value: 'year', label: t`fiscal year` },
                  { value: 'quarter', label: t`quarter` },
                ]}
              />
            )}
            {fields.map(([key, label, kind]) => (
              <LimitField
                key={key}
                label={label}
                readOnly={readOnly}
                value={kind === 'share' ? String(Math.round(Number(limits[key]) * 1e4) / 100) : String(limits[key])}
                onChange={text =>
                  onChange({
                    ...limits,
                    [key]: kind === 'money' ? text : kind === 'share' ? Number(text) / 100 : Number(text),
                  })
                }
              />
            ))}
          </div>
        </section>
      ))}
      <p className={style.quiet}>
        <Trans>
          Lead times are taken from deliveries seen, else from the lane; the policy’s only where neither tells.
        </Trans>
      </p>
    </>
  )
}

type FieldProps = { label: string; value: string; readOnly: boolean; onChange: (text: string) => void }

function LimitField({ label, value, readOnly, onChange }: FieldProps) {
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      readOnly={readOnly}
      defaultValue={value}
      onBlur={event => {
        const text = event.target.value.trim()
        if (/^\d+(\.\d+)?$/.test(text)) onChange(text)
        else event.target.value = value
      }}
    />
  )
}
