import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { type OrderRead, useOrderWrites } from './orders.web.ts'

/** Puts the order before the account, for as long as it is open. */
export function ProposeForm({ order, onDone }: { order: OrderRead; onDone: () => void }) {
  const { t } = useLingui()
  const { today } = useCompany()
  const [openUntil, setOpenUntil] = useState('')
  const [note, setNote] = useState('')
  const { propose } = useOrderWrites()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    propose.mutate(
      {
        publicId: order.publicId,
        version: order.version,
        // The day counts to its end, on the clock of whoever says it.
        expiresAt: openUntil ? new Date(`${openUntil}T23:59:59`).toISOString() : null,
        note: note.trim() || null,
      },
      {
        onSuccess: () => {
          sayDone(t`Proposed to ${order.account.name}`)
          onDone()
        },
      },
    )
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <TextInput
        type="date"
        label={t`Open until`}
        description={t`After this day nobody can sign it any more; left empty it stays open`}
        min={today}
        value={openUntil}
        onChange={event => setOpenUntil(event.target.value)}
      />
      <Textarea
        label={t({ message: 'A word with it', context: 'order' })}
        autosize
        minRows={2}
        maxLength={1000}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      {propose.isError && <Failed error={propose.error} inline />}
      <div className={form.end}>
        <Button type="submit" loading={propose.isPending}>
          <Trans>Propose the order</Trans>
        </Button>
      </div>
    </form>
  )
}
