import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { type OrderRead, useOrderWrites } from './orders.web.ts'

/** Ends an order with its reason: the account declines, or we withdraw it. */
export function ReasonForm({
  order,
  act,
  onDone,
}: {
  order: OrderRead
  act: 'decline' | 'withdraw'
  onDone: () => void
}) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const { decline, withdraw } = useOrderWrites()
  const write = act === 'decline' ? decline : withdraw
  const submit = (event: FormEvent) => {
    event.preventDefault()
    write.mutate(
      { publicId: order.publicId, version: order.version, reason: reason.trim() },
      {
        onSuccess: () => {
          sayDone(act === 'decline' ? t`Recorded that the account declines` : t`Order withdrawn`)
          onDone()
        },
      },
    )
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <Textarea
        label={act === 'decline' ? t`Why the account declines` : t`Why it is withdrawn`}
        description={t`Kept in the history; the account reads it as well`}
        required
        autosize
        minRows={3}
        maxLength={1000}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      {write.isError && <Failed error={write.error} inline />}
      <div className={form.end}>
        <Button type="submit" color="red.9" loading={write.isPending} disabled={reason.trim() === ''}>
          {act === 'decline' ? <Trans>The account declines</Trans> : <Trans>Withdraw the order</Trans>}
        </Button>
      </div>
    </form>
  )
}
