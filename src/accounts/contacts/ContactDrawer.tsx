import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { problemOf } from '../../web/failure.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import type { ContactField } from '../contact.ts'
import { contactDraftOf, contactEditOf, contactFields, emptyContact } from '../contact-draft.ts'
import { contactFieldName } from '../contact-field-words.ts'
import type { Contact } from '../contacts.panel.tsx'
import style from '../form.module.css'

type Props = {
  accountId: number
  /** undefined: closed. */
  contact: Contact | 'new' | undefined
  mayEdit: boolean
  onClose: () => void
}

/** One contact: to read, to edit, to delete; or a new one. */
export function ContactDrawer({ accountId, contact, mayEdit, onClose }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const title = contact === 'new' ? t`Add a contact` : (contact?.name ?? '')
  return (
    <DetailDrawer opened={contact !== undefined} onClose={onClose} title={title} size={480}>
      {contact === undefined ? null : contact === 'new' || mayEdit ? (
        <ContactForm
          key={contact === 'new' ? 'new' : `${contact.id}-${contact.version}`}
          accountId={accountId}
          contact={contact === 'new' ? null : contact}
          onClose={onClose}
        />
      ) : (
        <dl className={style.facts}>
          {contactFields.map(field => (
            <div key={field}>
              <dt>{contactFieldName(field, language)}</dt>
              <dd>{contact[field] ?? '–'}</dd>
            </div>
          ))}
        </dl>
      )}
    </DetailDrawer>
  )
}

type FormProps = { accountId: number; contact: Contact | null; onClose: () => void }

function ContactForm({ accountId, contact, onClose }: FormProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  const before = contact ? contactDraftOf(contact) : emptyContact
  const [draft, setDraft] = useState(before)
  const changed = () =>
    Promise.all(
      [api.contacts.key(), api.accounts.changes.key()].map(queryKey => queries.invalidateQueries({ queryKey })),
    )
  const done = (words: string) => {
    sayDone(words)
    onClose()
    return changed()
  }
  const add = useMutation(api.contacts.add.mutationOptions({ onSuccess: added => done(t`${added.name} is added.`) }))
  const edit = useMutation(
    api.contacts.edit.mutationOptions({ onSuccess: edited => done(t`${edited.name} is saved.`) }),
  )
  const again = useMutation(api.contacts.add.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const remove = useMutation(
    api.contacts.remove.mutationOptions({
      onError: sayFailed,
      onSuccess: () => {
        sayUndoable(t`${before.name} is deleted.`, () =>
          again.mutate({ accountId, ...contactEditOf(before, emptyContact), name: before.name }),
        )
        onClose()
        return changed()
      },
    }),
  )
  const said = contactEditOf(draft, before)
  const name = draft.name.trim()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (contact) edit.mutate({ id: contact.id, version: contact.version, ...said })
    else add.mutate({ accountId, ...said, name })
  }
  const failed = add.error ?? edit.error
  const conflict = failed !== null && problemOf(failed).code === 'contact_changed_meanwhile'
  const field = (key: ContactField) => ({
    label: contactFieldName(key, language),
    value: draft[key],
    onChange: (event: { currentTarget: { value: string } }) => setDraft({ ...draft, [key]: event.currentTarget.value }),
  })
  return (
    <form className={style.form} onSubmit={submit}>
      <TextInput {...field('name')} required maxLength={200} data-autofocus={contact === null || undefined} />
      <TextInput {...field('role')} maxLength={200} />
      <TextInput {...field('department')} maxLength={200} />
      <TextInput {...field('phone')} type="tel" maxLength={200} />
      <TextInput {...field('mobile')} type="tel" maxLength={200} />
      <TextInput {...field('email')} type="email" maxLength={200} />
      <TextInput {...field('wechat')} maxLength={200} />
      <Textarea {...field('note')} maxLength={4000} autosize minRows={2} maxRows={8} />
      {failed && <Failed error={failed} inline />}
      {conflict && (
        <Button variant="default" onClick={() => void changed()}>
          <Trans>Read it again</Trans>
        </Button>
      )}
      <div className={style.end}>
        {contact && (
          <Button
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate({ id: contact.id })}
          >
            <Trans>Delete the contact</Trans>
          </Button>
        )}
        <span className={style.space} />
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button
          type="submit"
          loading={add.isPending || edit.isPending}
          disabled={name === '' || Object.keys(said).length === 0}
        >
          {contact ? <Trans>Save the contact</Trans> : <Trans>Add the contact</Trans>}
        </Button>
      </div>
    </form>
  )
}
