import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany, useSession } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { strengthName } from '../people/profile-words.ts'
import { useColleagues } from './people.web.ts'
import { type RelationshipMap, useMapChanged } from './relationships.web.ts'

type Props = { map: RelationshipMap; contactId: number | undefined; onClose: () => void }

/** Who of ours knows one of theirs, and how well. */
export function LinkForm({ map, contactId, onClose }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const changed = useMapChanged()
  const me = useSession().person.id
  const { colleagues } = useColleagues()
  const [contact, setContact] = useState(contactId ?? null)
  const [person, setPerson] = useState<string | null>(me)
  const present = map.acquaintances.find(each => each.contactId === contact && each.personId === person)
  const [said, setSaid] = useState<number | null>(null)
  const strength = said ?? present?.strength ?? 2
  const link = useMutation(
    api.know.people.setAcquaintance.mutationOptions({
      onSuccess: () => {
        sayDone(t`The relationship is saved.`)
        onClose()
        return changed()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (contact === null || person === null) return
    link.mutate({ contactId: contact, personId: person, strength, lastContactOn: present?.lastContactOn ?? null })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <Select
        openOnFocus={false}
        label={t`Who of ours`}
        data={colleagues}
        value={person}
        onChange={setPerson}
        searchable
        required
        data-autofocus
      />
      <TheirSelect map={map} value={contact} onChange={setContact} />
      <Select
        openOnFocus={false}
        label={t`How well`}
        data={[1, 2, 3, 4, 5].map(each => ({
          value: String(each),
          label: `${each} · ${strengthName(each, language)}`,
        }))}
        value={String(strength)}
        onChange={value => setSaid(Number(value ?? strength))}
        allowDeselect={false}
      />
      {link.isError && <Failed error={link.error} inline />}
      <End onClose={onClose} pending={link.isPending} disabled={contact === null || person === null}>
        <Trans>Save the relationship</Trans>
      </End>
    </form>
  )
}

/** One of ours was in touch with one of theirs on a day. */
export function ContactForm({ map, contactId, onClose }: Props) {
  const { t } = useLingui()
  const changed = useMapChanged()
  const { today } = useCompany()
  const me = useSession().person.id
  const { colleagues } = useColleagues()
  const [contact, setContact] = useState(contactId ?? null)
  const [person, setPerson] = useState<string | null>(me)
  const [day, setDay] = useState(today)
  const record = useMutation(
    api.know.map.recordContact.mutationOptions({
      onSuccess: () => {
        sayDone(t`The contact is recorded.`)
        onClose()
        return changed()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (contact !== null && person !== null) record.mutate({ contactId: contact, personId: person, day })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <p className={form.words}>
        <Trans>A call, a message, a meeting by chance. A planned visit is recorded by its report.</Trans>
      </p>
      <TheirSelect map={map} value={contact} onChange={setContact} focused={contactId === undefined} />
      <Select
        openOnFocus={false}
        label={t`Who of ours`}
        data={colleagues}
        value={person}
        onChange={setPerson}
        searchable
        required
      />
      <TextInput
        type="date"
        label={t`Day`}
        required
        max={today}
        value={day}
        onChange={event => setDay(event.currentTarget.value)}
      />
      {record.isError && <Failed error={record.error} inline />}
      <End onClose={onClose} pending={record.isPending} disabled={contact === null || person === null || day === ''}>
        <Trans>Record the contact</Trans>
      </End>
    </form>
  )
}

type TheirProps = {
  map: RelationshipMap
  value: number | null
  onChange: (id: number | null) => void
  focused?: boolean
}

function TheirSelect({ map, value, onChange, focused = false }: TheirProps) {
  const { t } = useLingui()
  return (
    <Select
      openOnFocus={false}
      label={t`Whom of theirs`}
      data={map.people.map(each => ({ value: String(each.contactId), label: each.name }))}
      value={value === null ? null : String(value)}
      onChange={id => onChange(id === null ? null : Number(id))}
      searchable
      required
      data-autofocus={focused || undefined}
    />
  )
}

type EndProps = { onClose: () => void; pending: boolean; disabled: boolean; children: React.ReactNode }

function End({ onClose, pending, disabled, children }: EndProps) {
  return (
    <div className={form.end}>
      <Button variant="default" onClick={onClose}>
        <Trans>Not now</Trans>
      </Button>
      <Button type="submit" loading={pending} disabled={disabled}>
        {children}
      </Button>
    </div>
  )
}
