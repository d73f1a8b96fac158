import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Role } from '../../platform/roles.ts'
import { api } from '../api.ts'
import { Failed } from '../page/Failed.tsx'
import { OneTimeLink } from './OneTimeLink.tsx'
import style from './people.module.css'
import { RoleSelect } from './RoleSelect.tsx'

/** Name, e-mail, role: answers with a link to pass on. Vitalfew sends no mail by itself. */
export function InvitePerson() {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [title, setTitle] = useState('')
  const [role, setRole] = useState<Role>('manager')
  const invite = useMutation(
    api.people.invite.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.people.list.key() }),
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({ name: name.trim(), email: email.trim(), role, title: title.trim() || undefined })
  }
  if (invite.data) {
    return (
      <div className={style.form}>
        <p>
          <Trans>{name} is invited. Pass this link on; it opens once and sets their password.</Trans>
        </p>
        <OneTimeLink link={invite.data.link} expiresAt={invite.data.expiresAt} />
        <div>
          <Button
            variant="default"
            onClick={() => {
              setName('')
              setEmail('')
              setTitle('')
              invite.reset()
            }}
          >
            <Trans>Invite another person</Trans>
          </Button>
        </div>
      </div>
    )
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <TextInput
        label={t({ message: 'Name', context: 'person' })}
        required
        withAsterisk={false}
        data-autofocus
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextInput
        label={t`E-mail`}
        type="email"
        required
        withAsterisk={false}
        value={email}
        onChange={event => setEmail(event.target.value)}
      />
      <TextInput label={t`Title (optional)`} value={title} onChange={event => setTitle(event.target.value)} />
      <RoleSelect value={role} onChange={setRole} />
      {invite.isError && <Failed error={invite.error} inline />}
      <div>
        <Button type="submit" loading={invite.isPending}>
          <Trans>Make the invitation link</Trans>
        </Button>
      </div>
    </form>
  )
}
