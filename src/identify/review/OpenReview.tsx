import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Popover, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import style from './OpenReview.module.css'

/** Computes a review as of a day to look at; nothing is in force before it is confirmed. */
export function OpenReview({ label, day }: { label?: string; day?: string }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [asOf, setAsOf] = useState(day ?? '')
  const open = useMutation(
    api.identify.reviews.open.mutationOptions({
      onSuccess: async review => {
        queries.setQueryData(api.identify.reviews.get.queryKey({ input: { id: review.id } }), review)
        await queries.invalidateQueries({ queryKey: api.identify.reviews.list.key() })
        setOpened(false)
        await navigate({ to: '/reviews/$id', params: { id: String(review.id) } })
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    open.mutate({ asOf: asOf === '' ? undefined : asOf })
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus width={320}>
      <Popover.Target>
        <Button onClick={() => setOpened(!opened)}>{label ?? <Trans>Open a review</Trans>}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form className={style.form} onSubmit={submit}>
          <TextInput
            type="date"
            label={t`As of`}
            description={t`The last day of the ledger if left empty`}
            value={asOf}
            onChange={event => setAsOf(event.target.value)}
          />
          <p className={style.words}>
            <Trans>
              Points and tiers are computed by the policy in force. You see who would move and why; nothing changes
              until you confirm.
            </Trans>
          </p>
          {open.isError && <Failed error={open.error} inline />}
          <Button type="submit" loading={open.isPending}>
            <Trans>Compute the review</Trans>
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
