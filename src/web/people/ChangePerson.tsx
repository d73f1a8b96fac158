import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { ConfirmDialog } from '../feedback/ConfirmDialog.tsx'
import { sayDone } from '../feedback/say.tsx'
import { Failed } from '../page/Failed.tsx'
import { OneTimeLink } from './OneTimeLink.tsx'
import type { Person } from './PeopleTable.tsx'
import style from './people.module.css'
import { RoleSelect } from './RoleSelect.tsx'

/** Role and title, a new password link, disable and enable. */
export function ChangePerson({ person }: { person: Person }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [role, setRole] = useState(person.role)
  const [title, setTitle] = useState(person.title ?? '')
  const [asks, setAsks] = useState(false)
  const change = useMutation(
    api.people.change.mutationOptions({
      onSuccess: saved => {
        void queries.invalidateQueries({ queryKey: api.people.list.key() })
        setAsks(false)
        sayDone(t`${saved.name} is changed`)
      },
    }),
  )
  const link = useMutation(api.people.newLink.mutationOptions())
  const changed = role !== person.role || title.trim() !== (person.title ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ id: person.id, role, title: title.trim() || null })
  }
  return (
    <div className={style.form}>
      <p className={style.quiet}>{person.email}</p>
      <form className={style.form} onSubmit={submit}>
        <RoleSelect value={role} onChange={setRole} />
        <TextInput label={t`Title (optional)`} value={title} onChange={event => setTitle(event.target.value)} />
        {change.isError && !asks && <Failed error={change.error} inline />}
        <div>
          <Button type="submit" loading={change.isPending && !asks} disabled={!changed}>
            <Trans>Save role and title</Trans>
          </Button>
        </div>
      </form>
      <hr className={style.line} />
      {link.data ? (
        <OneTimeLink link={link.data.link} expiresAt={link.data.expiresAt} />
      ) : (
        <div>
          <Button variant="default" loading={link.isPending} onClick={() => link.mutate({ id: person.id })}>
            <Trans>Make a link for a new password</Trans>
          </Button>
        </div>
      )}
      {link.isError && <Failed error={link.error} inline />}
      <div>
        {person.disabled ? (
          <Button variant="default" onClick={() => change.mutate({ id: person.id, disabled: false })}>
            <Trans>Let {person.name} sign in again</Trans>
          </Button>
        ) : (
          <Button variant="subtle" color="red" onClick={() => setAsks(true)}>
            <Trans>Disable {person.name}</Trans>
          </Button>
        )}
      </div>
      <ConfirmDialog
        opened={asks}
        onClose={() => setAsks(false)}
        title={t`Disable ${person.name}`}
        losses={[t`They are signed out everywhere at once and cannot sign in again.`]}
        action={t`Disable ${person.name}`}
        pending={change.isPending}
        error={change.error}
        onConfirm={() => change.mutate({ id: person.id, disabled: true })}
      >
        <Trans>What they wrote stays. You can let them in again at any time.</Trans>
      </ConfirmDialog>
    </div>
  )
}
