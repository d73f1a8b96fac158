import { Trans, useLingui } from '@lingui/react/macro'
import { Button, MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { ContactField } from '../../accounts/contact.ts'
import { contactFieldName } from '../../accounts/contact-field-words.ts'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { problemOf } from '../../web/failure.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import { stanceSign } from '../map/stance.ts'
import { type BuyingRole, buyingRoles } from './buying-role.ts'
import { buyingRoleName } from './buying-role-words.ts'
import style from './people.module.css'
import { type PersonRead, usePeopleChanged } from './people.web.ts'
import { emptyPerson, personDraftOf, personEditOf } from './person-draft.ts'
import { channels, type Profile, stances, usualLanguages } from './profile.ts'
import { channelName, influenceName, languageName, profileFieldName, stanceName } from './profile-words.ts'

type Props = {
  accountId: number
  /** null: a new one. */
  person: PersonRead | null
  onClose: () => void
  onSaved: (contactId: number) => void
}

/** Addresses and profile in one form, saved in one go. Saving without a change says that all is still so. */
export function PersonForm({ accountId, person, onClose, onSaved }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const changed = usePeopleChanged()
  const { today } = useCompany()
  const [before] = useState(() => (person ? personDraftOf(person) : emptyPerson))
  const [draft, setDraft] = useState(before)
  const name = draft.contact.name.trim()
  const saved = async ({ contactId }: { contactId: number }) => {
    sayDone(person ? t`${name} is saved.` : t`${name} is added.`)
    await changed()
    onSaved(contactId)
  }
  const add = useMutation(api.know.people.add.mutationOptions({ onSuccess: saved }))
  const edit = useMutation(api.know.people.edit.mutationOptions({ onSuccess: saved }))
  const said = personEditOf(draft, before)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { contactId, version, profileVersion } = person ?? {}
    if (contactId === undefined) add.mutate({ accountId, ...said, name })
    else edit.mutate({ contactId, version: version!, profileVersion: profileVersion!, ...said })
  }
  const failed = add.error ?? edit.error
  const text = (field: ContactField) => ({
    label: contactFieldName(field, language),
    value: draft.contact[field],
    maxLength: 200,
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, contact: { ...draft.contact, [field]: event.currentTarget.value } }),
  })
  const say = (profile: Partial<Profile>) => setDraft({ ...draft, profile: { ...draft.profile, ...profile } })
  const long = (field: 'preferences' | 'gifts' | 'taboos') => ({
    label: profileFieldName(field, language),
    value: draft.profile[field] ?? '',
    maxLength: 4000,
    autosize: true,
    minRows: 1,
    maxRows: 6,
    onChange: (event: { currentTarget: { value: string } }) => say({ [field]: event.currentTarget.value }),
  })
  const { profile } = draft
  const named = (values: readonly string[], nameOf: (value: string) => string) => (given: readonly string[]) =>
    [...new Set([...values, ...given])].map(value => ({ value, label: nameOf(value) }))
  const channelsWith = named(channels, each => channelName(each, language))
  const languagesWith = named(usualLanguages, each => languageName(each, language))
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput {...text('name')} required data-autofocus={person === null || undefined} />
      <div className={style.pair}>
        <TextInput {...text('role')} />
        <TextInput {...text('department')} />
      </div>
      <Select
        label={profileFieldName('buyingRole', language)}
        data={buyingRoles.map(value => ({ value, label: buyingRoleName(value, language) }))}
        value={profile.buyingRole}
        onChange={value => say({ buyingRole: value as BuyingRole | null })}
        clearable
      />
      <div className={style.pair}>
        <Select
          label={profileFieldName('stance', language)}
          data={stances
            .toReversed()
            .map(each => ({ value: String(each), label: `${stanceSign(each)}  ${stanceName(each, language)}` }))}
          value={profile.stance === null ? null : String(profile.stance)}
          onChange={value => say({ stance: value === null ? null : Number(value) })}
          clearable
        />
        <Select
          label={profileFieldName('influence', language)}
          data={[5, 4, 3, 2, 1].map(each => ({
            value: String(each),
            label: `${each} · ${influenceName(each, language)}`,
          }))}
          value={profile.influence === null ? null : String(profile.influence)}
          onChange={value => say({ influence: value === null ? null : Number(value) })}
          clearable
        />
      </div>
      <div className={style.pair}>
        <TextInput {...text('mobile')} type="tel" />
        <TextInput {...text('phone')} type="tel" />
        <TextInput {...text('email')} type="email" />
        <TextInput {...text('wechat')} />
      </div>
      <MultiSelect
        label={profileFieldName('channelsPreferred', language)}
        data={channelsWith(profile.channelsPreferred)}
        value={profile.channelsPreferred}
        onChange={value => say({ channelsPreferred: value })}
      />
      <MultiSelect
        label={profileFieldName('channelsRead', language)}
        data={channelsWith(profile.channelsRead)}
        value={profile.channelsRead}
        onChange={value => say({ channelsRead: value })}
      />
      <MultiSelect
        label={profileFieldName('languages', language)}
        data={languagesWith(profile.languages)}
        value={profile.languages}
        onChange={value => say({ languages: value })}
        searchable
      />
      <Textarea {...long('preferences')} />
      <Textarea {...long('gifts')} />
      <Textarea {...long('taboos')} />
      <TextInput
        type="date"
        label={profileFieldName('birthday', language)}
        max={today}
        value={profile.birthday ?? ''}
        onChange={event => say({ birthday: event.currentTarget.value || null })}
      />
      <Textarea {...text('note')} maxLength={4000} autosize minRows={2} maxRows={8} />
      {failed && <Failed error={failed} inline />}
      {failed && problemOf(failed).code === 'contact_changed_meanwhile' && (
        <Button variant="default" onClick={() => void changed()}>
          <Trans>Read it again</Trans>
        </Button>
      )}
      <div className={form.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={add.isPending || edit.isPending} disabled={name === ''}>
          {person === null ? (
            <Trans>Add the person</Trans>
          ) : Object.keys(said).length === 0 ? (
            <Trans>Confirm that all is still so</Trans>
          ) : (
            <Trans>Save the person</Trans>
          )}
        </Button>
      </div>
    </form>
  )
}
