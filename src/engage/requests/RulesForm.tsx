import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, type client } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useCompany } from '../../web/session.ts'
import style from './requests.module.css'

type Rules = Awaited<ReturnType<typeof client.engage.requests.rules>>

/** Who must agree to what, for requests asked from now on. */
export function RulesForm() {
  const { t } = useLingui()
  const rules = useQuery(api.engage.requests.rules.queryOptions())
  return (
    <Section title={t`Rules of approval`} note={<Trans>For requests asked from now on; a path once made stays.</Trans>}>
      {rules.isError && <Failed error={rules.error} onRetry={() => void rules.refetch()} inline />}
      {rules.data && <RulesFields key={rules.data.version} rules={rules.data} />}
    </Section>
  )
}

function RulesFields({ rules }: { rules: Rules }) {
  const { t } = useLingui()
  const { baseCurrency } = useCompany()
  const queries = useQueryClient()
  const [freeBelow, setFreeBelow] = useState(rules.freeBelow)
  const [executiveFrom, setExecutiveFrom] = useState(rules.executiveFrom)
  const [days, setDays] = useState(String(rules.daysToDecide))
  const change = useMutation(
    api.engage.requests.changeRules.mutationOptions({
      onSuccess: async () => {
        sayDone(t`Rules changed`)
        await queries.invalidateQueries({ queryKey: api.engage.requests.key() })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ freeBelow, executiveFrom, daysToDecide: Number(days), version: rules.version })
  }
  return (
    <form className={style.rules} onSubmit={submit}>
      <TextInput
        label={t`Nobody need agree below, ${baseCurrency}`}
        inputMode="decimal"
        value={freeBelow}
        onChange={event => setFreeBelow(event.target.value.trim())}
      />
      <TextInput
        label={t`An executive agrees from, ${baseCurrency}`}
        inputMode="decimal"
        value={executiveFrom}
        onChange={event => setExecutiveFrom(event.target.value.trim())}
      />
      <TextInput
        type="number"
        min={1}
        max={30}
        label={t`Working days for each step`}
        value={days}
        onChange={event => setDays(event.target.value)}
      />
      <Button type="submit" variant="default" loading={change.isPending}>
        <Trans>Change the rules</Trans>
      </Button>
      {change.isError && <Failed error={change.error} inline />}
    </form>
  )
}
