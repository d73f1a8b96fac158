import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { monthsAfter } from '../../identify/review-window.ts'
import { api } from '../../web/api.ts'
import { sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { type AccountGap, useMapChanged } from './relationships.web.ts'

type Props = { accountId: number; gap: AccountGap; onClose: () => void }

/** Months after which a gap comes back unless another day is chosen. */
const usualMonths = 6

/** Why something is no gap at this account, and until when. */
export function DismissForm({ accountId, gap, onClose }: Props) {
  const { t } = useLingui()
  const changed = useMapChanged()
  const { today } = useCompany()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState(monthsAfter(today, usualMonths))
  const restore = useMutation(api.know.map.gaps.restore.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const dismiss = useMutation(
    api.know.map.gaps.dismiss.mutationOptions({
      onSuccess: dismissal => {
        sayUndoable(t`Set aside until the day given.`, () => restore.mutate({ id: dismissal.id }))
        onClose()
        return changed()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    dismiss.mutate({ accountId, kind: gap.kind, contactId: gap.contactId, reason: reason.trim(), until })
  }
  return (
    <form className={form.form} onSubmit={submit}>
      <p className={form.words}>{gap.reason}</p>
      <Textarea
        label={t`Why it is no gap here`}
        value={reason}
        onChange={event => setReason(event.currentTarget.value)}
        required
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
      />
      <TextInput
        type="date"
        label={t`Until`}
        required
        min={today}
        max={monthsAfter(today, 24)}
        value={until}
        onChange={event => setUntil(event.currentTarget.value)}
      />
      {dismiss.isError && <Failed error={dismiss.error} inline />}
      <div className={form.end}>
        <Button variant="default" onClick={onClose}>
          <Trans>Not now</Trans>
        </Button>
        <Button type="submit" loading={dismiss.isPending} disabled={reason.trim() === '' || until === ''}>
          <Trans>Set aside</Trans>
        </Button>
      </div>
    </form>
  )
}
