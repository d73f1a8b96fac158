import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Chip, MultiSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '../../../web/session.ts'
import style from './report.module.css'
import { nextKey } from './row-key.ts'
import type { FieldProps } from './rows.tsx'

/** Those of the account by one tap each, a new face by name, and who of ours came along. */
export function WhoWasThere({ reported, form, onChange }: FieldProps) {
  const { t } = useLingui()
  const { person } = useSession()
  const [name, setName] = useState('')
  const there = new Set([...form.contactIds.map(String), ...form.newPeople.map(each => each.key)])
  const add = () => {
    if (name.trim() === '') return
    onChange({ newPeople: [...form.newPeople, { key: nextKey(form.newPeople), name: name.trim() }] })
    setName('')
  }
  const choose = (chosen: string[]) =>
    onChange({
      contactIds: chosen.map(Number).filter(id => !Number.isNaN(id)),
      newPeople: form.newPeople.filter(each => chosen.includes(each.key)),
    })
  const colleagues = reported.colleagues.filter(({ id }) => id !== person.id && id !== reported.visit.personId)
  return (
    <>
      <Chip.Group multiple value={[...there]} onChange={choose}>
        <div className={style.chips}>
          {reported.people.map(({ contactId, name: known, title }) => (
            <Chip key={contactId} value={String(contactId)} size="md">
              {known}
              {title && <span className={style.title}> {title}</span>}
            </Chip>
          ))}
          {form.newPeople.map(each => (
            <Chip key={each.key} value={each.key} size="md">
              {each.name}
            </Chip>
          ))}
        </div>
      </Chip.Group>
      <div className={style.newPerson}>
        <TextInput
          label={t`Somebody new`}
          value={name}
          maxLength={200}
          onChange={event => setName(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            add()
          }}
        />
        <Button variant="default" onClick={add} disabled={name.trim() === ''}>
          <Trans>Add</Trans>
        </Button>
      </div>
      <MultiSelect
        label={t`Who of ours came along`}
        data={colleagues.map(({ id, name: known }) => ({ value: id, label: known }))}
        value={form.colleagueIds}
        onChange={colleagueIds => onChange({ colleagueIds })}
        searchable
      />
    </>
  )
}
