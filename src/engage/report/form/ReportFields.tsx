import { useLingui } from '@lingui/react/macro'
import { Textarea, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { OpinionRows } from './OpinionRows.tsx'
import { PromiseRows } from './PromiseRows.tsx'
import style from './report.module.css'
import type { FieldProps } from './rows.tsx'
import { WhoWasThere } from './WhoWasThere.tsx'

/** The whole of a report, for the thumb: what one remembers first stands first. */
export function ReportFields(props: FieldProps) {
  const { t } = useLingui()
  const { form, onChange, reported } = props
  const field = (key: 'day' | 'from' | 'to' | 'said' | 'nextSteps') => ({
    value: form[key],
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [key]: event.currentTarget.value }),
  })
  return (
    <div className={style.fields}>
      <Part title={t({ message: 'When', context: 'visit' })}>
        <div className={style.hours}>
          <TextInput {...field('day')} type="date" label={t`Day`} />
          <TextInput {...field('from')} type="time" label={t({ message: 'From', context: 'visit' })} />
          <TextInput {...field('to')} type="time" label={t({ message: 'Until', context: 'visit' })} />
        </div>
        <p className={style.quiet}>{t`By the clock of ${reported.visit.timeZone}`}</p>
      </Part>
      <Part title={t`Who was there`}>
        <WhoWasThere {...props} />
      </Part>
      <Part title={t`What was said`}>
        <Textarea
          {...field('said')}
          aria-label={t`What was said`}
          placeholder={t`In your own words; **bold** and lists work`}
          autosize
          minRows={4}
          maxRows={16}
          maxLength={20_000}
        />
      </Part>
      <Part title={t`Promises`}>
        <PromiseRows {...props} />
      </Part>
      <Part title={t`What they think of us`}>
        <OpinionRows {...props} />
      </Part>
      <Part title={t`Next steps`}>
        <Textarea
          {...field('nextSteps')}
          aria-label={t`Next steps`}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
        />
      </Part>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={style.part}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
