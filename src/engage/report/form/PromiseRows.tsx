import { useLingui } from '@lingui/react/macro'
import { SegmentedControl, Select, TextInput } from '@mantine/core'
import { useSession } from '../../../web/session.ts'
import { useLanguage } from '../../../web/use-format.ts'
import { addDays } from '../../visits/wall-clock.ts'
import { type PromiseSide, promiseSides } from '../promise.ts'
import type { FormPromise } from '../report-form.ts'
import { sideName } from '../visit-report-words.ts'
import style from './report.module.css'
import { nextKey } from './row-key.ts'
import { AddRow, type FieldProps, RemoveRow } from './rows.tsx'

/** Promises of both sides, each with who keeps it and by when. */
export function PromiseRows({ reported, form, onChange }: FieldProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { person } = useSession()
  const { promises } = form
  const set = (key: string, change: Partial<FormPromise>) =>
    onChange({ promises: promises.map(each => (each.key === key ? { ...each, ...change } : each)) })
  const add = () =>
    onChange({ promises: [...promises, { key: nextKey(promises), side: 'ours', what: '', due: '', who: person.id }] })
  const people = {
    ours: reported.colleagues.map(({ id, name }) => ({ value: id, label: name })),
    theirs: [
      ...reported.people.map(({ contactId, name }) => ({ value: `contact ${contactId}`, label: name })),
      ...form.newPeople.map(({ key, name }) => ({ value: `new ${key}`, label: name })),
    ],
  }
  const days = [
    { days: 7, words: t`In a week` },
    { days: 14, words: t`In two weeks` },
    { days: 30, words: t`In 30 days` },
  ]
  return (
    <>
      {promises.map(({ key, side, what, due, who }, place) => (
        <div key={key} className={style.row}>
          <div className={style.head}>
            <SegmentedControl
              aria-label={t`Who promised`}
              data={promiseSides.map(value => ({ value, label: sideName(value, language) }))}
              value={side}
              onChange={value => set(key, { side: value as PromiseSide, who: value === 'ours' ? person.id : '' })}
            />
            <RemoveRow
              name={t`Remove promise ${place + 1}`}
              onRemove={() => onChange({ promises: promises.filter(each => each.key !== key) })}
            />
          </div>
          <TextInput
            label={t`What was promised`}
            value={what}
            maxLength={500}
            onChange={event => set(key, { what: event.currentTarget.value })}
          />
          <div className={style.pair}>
            <Select
              label={side === 'ours' ? t`Who keeps it` : t`Who promised`}
              data={people[side]}
              value={who || null}
              onChange={value => set(key, { who: value ?? '' })}
              clearable={side === 'theirs'}
              allowDeselect={false}
              searchable
            />
            <TextInput
              label={t`By when`}
              type="date"
              value={due}
              onChange={event => set(key, { due: event.currentTarget.value })}
            />
          </div>
          <div className={style.quick}>
            {days.map(({ days: count, words }) => (
              <button
                key={count}
                type="button"
                className={style.day}
                onClick={() => form.day !== '' && set(key, { due: addDays(form.day, count) })}
              >
                {words}
              </button>
            ))}
          </div>
        </div>
      ))}
      <AddRow words={t`Add a promise`} onAdd={add} />
    </>
  )
}
