import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { Language } from '../platform/language.ts'
import { api } from '../web/api.ts'
import { Failed } from '../web/page/Failed.tsx'
import { OneTimeLink } from '../web/people/OneTimeLink.tsx'
import { useLanguage } from '../web/use-format.ts'
import style from './portal-people.module.css'

type Props = { accountId: number; mail: boolean; hasSubsidiaries: boolean }

/** One of the account's known people, or anybody with an address. */
export function InvitePortalPerson({ accountId, mail, hasSubsidiaries }: Props) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const contacts = useQuery(api.contacts.list.queryOptions({ input: { accountId } }))
  const [contactId, setContactId] = useState<number | null>(null)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [right, setRight] = useState<'buyer' | 'staff'>('buyer')
  const [language, setLanguage] = useState<Language>(useLanguage())
  const [subsidiaries, setSubsidiaries] = useState(false)
  const invite = useMutation(
    api.portalPeople.invite.mutationOptions({
      onSuccess: () => void queries.invalidateQueries({ queryKey: api.portalPeople.key() }),
    }),
  )
  const choose = (id: string | null) => {
    const contact = contacts.data?.items.find(each => String(each.id) === id)
    setContactId(contact?.id ?? null)
    setName(contact?.name ?? '')
    setEmail(contact?.email ?? '')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({ accountId, contactId, name, email, right, language, subsidiaries })
  }
  if (invite.data)
    return (
      <div className={style.form}>
        {invite.data.link ? (
          <>
            <p>
              <Trans>
                {name} is invited. Pass this link on by a way that only they read: it lets in whoever opens it, once.
              </Trans>
            </p>
            <OneTimeLink link={invite.data.link} expiresAt={invite.data.expiresAt} />
          </>
        ) : (
          <p>
            <Trans>{name} is invited; the link is on its way by mail.</Trans>
          </p>
        )}
      </div>
    )
  return (
    <form className={style.form} onSubmit={submit}>
      <Select
        label={t`Known person (if any)`}
        clearable
        searchable
        data={(contacts.data?.items ?? []).map(each => ({ value: String(each.id), label: each.name }))}
        value={contactId === null ? null : String(contactId)}
        onChange={choose}
        clearButtonProps={{ 'aria-label': t`Clear` }}
      />
      <TextInput
        label={t({ message: 'Name', context: 'person' })}
        required
        withAsterisk={false}
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
      <SegmentedControl
        aria-label={t`What they may do`}
        data={[
          { value: 'buyer', label: t`Buyer: signs orders` },
          { value: 'staff', label: t`Staff: enters stock` },
        ]}
        value={right}
        onChange={value => setRight(value as 'buyer' | 'staff')}
      />
      <Select
        label={t`Language`}
        allowDeselect={false}
        data={[
          { value: 'en', label: 'English' },
          { value: 'zh-Hans', label: '简体中文' },
        ]}
        value={language}
        onChange={value => value && setLanguage(value as Language)}
      />
      {hasSubsidiaries && (
        <Checkbox
          label={t`Shows the accounts below this one too`}
          checked={subsidiaries}
          onChange={event => setSubsidiaries(event.target.checked)}
        />
      )}
      {invite.isError && <Failed error={invite.error} inline />}
      <div>
        <Button type="submit" loading={invite.isPending}>
          {mail ? <Trans>Mail the invitation</Trans> : <Trans>Make the invitation link</Trans>}
        </Button>
      </div>
    </form>
  )
}
