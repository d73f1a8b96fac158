import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { type BuyingRole, buyingRoles } from '../people/buying-role.ts'
import { buyingRoleName } from '../people/buying-role-words.ts'
import { stances } from '../people/profile.ts'
import { influenceName, profileFieldName, stanceName } from '../people/profile-words.ts'
import { useMapChanged } from './relationships.web.ts'
import { stanceSign } from './stance.ts'

type Props = { accountId: number; role: BuyingRole | undefined; onClose: () => void }

/** Somebody of theirs whom the map lacks; whatever else is known of them is entered among the people. */
export function AddPersonForm({ accountId, role: roleGiven, onClose }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const changed = useMapChanged()
  const [name, setName] = useState('')
  const [title, setTitle] = useState('')
  const [role, setRole] = useState<BuyingRole | null>(roleGiven ?? null)
  const [influence, setInfluence] = useState<string | null>(null)
  const [stance, setStance] = useState<string | null>(null)
  const add = useMutation(
    api.know.people.add.mutationOptions({
      onSuccess: () => {
        sayDone(t`${name.trim()} is added.`)
        onClose()
        return changed()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    add.mutate({
      accountId,
      name: name.trim(),
      role: title.trim() || null,
      buyingRole: role,
      influence: influence === null ? null : Number(influence),
      stance: stance === null ? null : Number(stance),
    })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        label={t({ message: 'Name', context: 'person' })}
        value={name}
        onChange={event => setName(event.currentTarget.value)}
        required
        maxLength={200}
        data-autofocus
      />
      <TextInput
        label={t({ message: 'Job title', context: 'person' })}
        value={title}
        onChange={event => setTitle(event.currentTarget.value)}
        maxLength={200}
      />
      <Select
        openOnFocus={false}
        label={profileFieldName('buyingRole', language)}
        data={buyingRoles.map(each => ({ value: each, label: buyingRoleName(each, language) }))}
        value={role}
        onChange={value => setRole(value as BuyingRole | null)}
        clearable
      />
      <Select
        openOnFocus={false}
        label={profileFieldName('influence', language)}
        data={[5, 4, 3, 2, 1].map(each => ({
          value: String(each),
          label: `${each} · ${influenceName(each, language)}`,
        }))}
        value={influence}
        onChange={setInfluence}
        clearable
      />
      <Select
        openOnFocus={false}
        label={profileFieldName('stance', language)}
        data={stances.toReversed().map(each => ({
          value: String(each),
          label: `${stanceSign(each)}  ${stanceName(each, language)}`,
        }))}
        value={stance}
        onChange={setStance}
        clearable
      />
      {add.isError && <Failed error={add.error} inline />}
      <div className={form.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={add.isPending} disabled={name.trim() === ''}>
          <Trans>Add the person</Trans>
        </Button>
      </div>
    </form>
  )
}
