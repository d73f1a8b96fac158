import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Role } from '../../platform/roles.ts'
import { api } from '../api.ts'
import { Failed } from '../page/Failed.tsx'
import { OneTimeLink } from './OneTimeLink.tsx'
import style from './people.module.css'
import { RoleSelect } from './RoleSelect.tsx'

/** Name, role, scope, life; the secret is shown once and nowhere kept in the clear. */
export function CreateKey() {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [role, setRole] = useState<Role>('back office')
  const [scope, setScope] = useState<'read' | 'write'>('write')
  const [days, setDays] = useState('365')
  const create = useMutation(
    api.people.createKey.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.people.keys.key() }),
    }),
  )
  if (create.data) {
    return (
      <div className={style.form}>
        <p>
          <Trans>Copy the key now: it is shown this once and stored only as a hash.</Trans>
        </p>
        <OneTimeLink link={create.data.key} />
      </div>
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate({ name: name.trim(), role, scope, days: days === '' ? null : Number(days) })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <TextInput
        label={t`Name`}
        description={t`Which program uses it: “SAP nightly push”.`}
        required
        withAsterisk={false}
        data-autofocus
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <RoleSelect value={role} onChange={setRole} />
      <SegmentedControl
        aria-label={t`Scope`}
        value={scope}
        onChange={value => setScope(value === 'read' ? 'read' : 'write')}
        data={[
          { value: 'read', label: t`read` },
          { value: 'write', label: t`read and write` },
        ]}
      />
      <Select
        label={t`Expires after`}
        data={[
          { value: '30', label: t`30 days` },
          { value: '90', label: t`90 days` },
          { value: '365', label: t`a year` },
          { value: '', label: t`never` },
        ]}
        value={days}
        onChange={value => setDays(value ?? '365')}
      />
      {create.isError && <Failed error={create.error} inline />}
      <div>
        <Button type="submit" loading={create.isPending}>
          <Trans>Create the key</Trans>
        </Button>
      </div>
    </form>
  )
}
