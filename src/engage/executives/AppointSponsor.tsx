import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput, Select } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { type AccountChoice, AccountSelect } from '../../accounts/AccountSelect.tsx'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'

type Props = {
  executives: { id: string; name: string }[]
  suggested: AccountChoice[]
  onDone: () => void
}

/** An executive, an account, and how many visits a year they promise. */
export function AppointSponsor({ executives, suggested, onDone }: Props) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const [account, setAccount] = useState<AccountChoice | null>(suggested[0] ?? null)
  const [personId, setPersonId] = useState<string | null>(null)
  const [visits, setVisits] = useState<number | string>(2)
  const appoint = useMutation(
    api.engage.executives.appoint.mutationOptions({
      onSuccess: async () => {
        sayDone(t`Appointed`)
        onDone()
        await queries.invalidateQueries({ queryKey: api.engage.executives.key() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (account && personId) appoint.mutate({ accountId: account.id, personId, visitsAYear: Number(visits) })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <AccountSelect label={t`Account`} value={account} onChange={setAccount} />
      <Select
        label={t`Executive`}
        required
        data={executives.map(({ id, name }) => ({ value: id, label: name }))}
        value={personId}
        onChange={setPersonId}
      />
      <NumberInput label={t`Visits a year`} min={1} max={52} allowDecimal={false} value={visits} onChange={setVisits} />
      {appoint.isError && <Failed error={appoint.error} inline />}
      <div className={form.end}>
        <Button type="submit" loading={appoint.isPending} disabled={!account || !personId || visits === ''}>
          <Trans>Appoint</Trans>
        </Button>
      </div>
    </form>
  )
}
