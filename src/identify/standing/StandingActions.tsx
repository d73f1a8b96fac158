import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useLanguage } from '../../web/use-format.ts'
import { type EarnedTier, earnedTiers, tierName } from '../tier.ts'
import style from './standing.module.css'
import { type Standing, useStandingChanged } from './use-standing.web.ts'

/** Invite to Special, or set a tier by hand; both need a reason and an end. */
export function StandingActions({ standing }: { standing: Standing }) {
  const [asked, setAsked] = useState<'invite' | 'override' | null>(null)
  const close = () => setAsked(null)
  return (
    <>
      {!standing.invitation && (
        <Button variant="default" size="xs" onClick={() => setAsked('invite')}>
          <Trans>Invite to Special</Trans>
        </Button>
      )}
      {!standing.override && (
        <Button variant="default" size="xs" onClick={() => setAsked('override')}>
          <Trans>Set the tier by hand</Trans>
        </Button>
      )}
      {asked === 'invite' && <InviteDialog standing={standing} onClose={close} />}
      {asked === 'override' && <OverrideDialog standing={standing} onClose={close} />}
    </>
  )
}

type DialogProps = { standing: Standing; onClose: () => void }

function InviteDialog({ standing, onClose }: DialogProps) {
  const { t } = useLingui()
  const { name } = standing.account
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const changed = useStandingChanged()
  const invite = useMutation(
    api.identify.standing.invite.mutationOptions({
      onSuccess: async () => {
        onClose()
        sayDone(t`${name} is invited to Special.`)
        await changed()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    invite.mutate({ id: standing.account.id, reason, until })
  }
  return (
    <Modal opened onClose={onClose} title={t`Invite ${name} to Special`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <form className={style.form} onSubmit={submit}>
        <p className={style.words}>
          <Trans>
            Special is for accounts whose worth points do not show: image, benchmark, opinion leaders. It stands until
            its end, whatever the reviews say.
          </Trans>
        </p>
        <Reason value={reason} onChange={setReason} />
        <TextInput
          type="date"
          required
          label={t`Until`}
          value={until}
          onChange={event => setUntil(event.target.value)}
        />
        {invite.isError && <Failed error={invite.error} inline />}
        <div className={style.end}>
          <Button variant="default" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" loading={invite.isPending}>
            <Trans>Invite to Special</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function OverrideDialog({ standing, onClose }: DialogProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const { name } = standing.account
  const [tier, setTier] = useState<EarnedTier>(standing.explained.earned)
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const changed = useStandingChanged()
  const override = useMutation(
    api.identify.standing.override.mutationOptions({
      onSuccess: async () => {
        onClose()
        sayDone(t`The tier of ${name} is set by hand.`)
        await changed()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    override.mutate({ id: standing.account.id, tier, reason, until })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Set the tier of ${name} by hand`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      <form className={style.form} onSubmit={submit}>
        <p className={style.words}>
          <Trans>The points go on being computed and shown; the tier stays as you set it until the end you name.</Trans>
        </p>
        <Select
          label={t`Tier`}
          value={tier}
          onChange={value => setTier((value as EarnedTier | null) ?? tier)}
          data={earnedTiers.toReversed().map(each => ({ value: each, label: tierName(each, language) }))}
        />
        <Reason value={reason} onChange={setReason} />
        <TextInput
          type="date"
          required
          label={t`Until`}
          value={until}
          onChange={event => setUntil(event.target.value)}
        />
        {override.isError && <Failed error={override.error} inline />}
        <div className={style.end}>
          <Button variant="default" onClick={onClose}>
            <Trans>Not now</Trans>
          </Button>
          <Button type="submit" loading={override.isPending}>
            <Trans>Set the tier by hand</Trans>
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function Reason({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useLingui()
  return (
    <Textarea
      label={t`Reason`}
      description={t`Stands in the history and on the account’s page`}
      required
      autosize
      minRows={2}
      maxLength={2000}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  )
}
