import { Trans, useLingui } from '@lingui/react/macro'
import { Button, MultiSelect, Select, Switch, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { webhookFormats } from '../../platform/webhooks/webhook.ts'
import { ConfirmDialog } from '../feedback/ConfirmDialog.tsx'
import { sayDone, sayFailed } from '../feedback/say.tsx'
import { Failed } from '../page/Failed.tsx'
import { OneTimeLink } from '../people/OneTimeLink.tsx'
import { useFormat } from '../use-format.ts'
import style from './webhooks.module.css'
import { type Endpoint, useWebhookWrites, type WebhookList } from './webhooks.web.ts'

type Props = { endpoint: Endpoint | null; types: WebhookList['types']; onDone: () => void }

/** Where messages go, of what, and in which form; the secret is shown once. */
export function EndpointForm({ endpoint, types, onDone }: Props) {
  const { t } = useLingui()
  const [name, setName] = useState(endpoint?.name ?? '')
  const [url, setUrl] = useState(endpoint?.url ?? '')
  const [eventTypes, setEventTypes] = useState<string[]>(endpoint?.eventTypes ?? [])
  const [format, setFormat] = useState(endpoint?.format ?? 'json')
  const [enabled, setEnabled] = useState(endpoint?.enabled ?? true)
  const [allowPrivate, setAllowPrivate] = useState(endpoint?.allowPrivate ?? false)
  const { create, edit } = useWebhookWrites()
  if (create.data) return <Secret secret={create.data.secret} />
  const said = { name: name.trim(), url: url.trim(), eventTypes, format, enabled, allowPrivate }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (endpoint === null) return create.mutate(said)
    edit.mutate(
      { id: endpoint.id, version: endpoint.version, ...said },
      {
        onSuccess: () => {
          sayDone(t`Webhook changed`)
          onDone()
        },
      },
    )
  }
  const failed = create.error ?? edit.error
  return (
    <form className={style.form} onSubmit={submit}>
      <TextInput
        label={t`Name`}
        required
        maxLength={100}
        data-autofocus
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextInput
        label={t`Address`}
        placeholder="https://erp.example.com/orders"
        required
        inputMode="url"
        maxLength={2000}
        value={url}
        onChange={event => setUrl(event.target.value)}
      />
      <MultiSelect
        label={t`Events`}
        placeholder={eventTypes.length === 0 ? t`every event` : undefined}
        data={types.map(({ type, name: label }) => ({ value: type, label }))}
        value={eventTypes}
        onChange={setEventTypes}
      />
      <Select
        label={t`Format`}
        description={t`X12 and EDIFACT are sent of signed and of confirmed orders alone`}
        allowDeselect={false}
        data={webhookFormats.map(each => ({ value: each, label: each.toUpperCase() }))}
        value={format}
        onChange={value => setFormat(webhookFormats.find(each => each === value) ?? 'json')}
      />
      <Switch
        label={t`It lies in our own network`}
        description={t`Otherwise private addresses are not posted to`}
        checked={allowPrivate}
        onChange={event => setAllowPrivate(event.currentTarget.checked)}
      />
      <Switch label={t`Switched on`} checked={enabled} onChange={event => setEnabled(event.currentTarget.checked)} />
      {failed && <Failed error={failed} inline />}
      <div className={style.end}>
        <Button type="submit" loading={create.isPending || edit.isPending}>
          {endpoint === null ? <Trans>Add the webhook</Trans> : <Trans>Keep the changes</Trans>}
        </Button>
        {endpoint && <Housekeeping endpoint={endpoint} onRemoved={onDone} />}
      </div>
    </form>
  )
}

function Secret({ secret }: { secret: string }) {
  return (
    <div className={style.form}>
      <p>
        <Trans>
          Copy the secret now: it is shown this once. With it the receiver checks that a message comes from here
          (Standard Webhooks).
        </Trans>
      </p>
      <OneTimeLink link={secret} />
    </div>
  )
}

/** Trying it, a new secret, and taking it out. */
function Housekeeping({ endpoint, onRemoved }: { endpoint: Endpoint; onRemoved: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const [removes, setRemoves] = useState(false)
  const { rotate, remove, test } = useWebhookWrites()
  if (rotate.data) return <Secret secret={rotate.data.secret} />
  const until = endpoint.previousSecretUntil && format.instant(endpoint.previousSecretUntil)
  return (
    <>
      <span className={style.space} />
      <Button
        variant="default"
        loading={test.isPending}
        onClick={() =>
          test.mutate(
            { id: endpoint.id },
            {
              onSuccess: () => sayDone(t`The message is on its way; its answer stands in the log`),
              onError: sayFailed,
            },
          )
        }
      >
        <Trans>Try it</Trans>
      </Button>
      <Button
        variant="default"
        loading={rotate.isPending}
        onClick={() => rotate.mutate({ id: endpoint.id, version: endpoint.version }, { onError: sayFailed })}
      >
        <Trans>New secret</Trans>
      </Button>
      <Button variant="subtle" color="red" onClick={() => setRemoves(true)}>
        <Trans>Remove</Trans>
      </Button>
      {until && (
        <p className={style.quiet}>
          <Trans>The secret before this one signs as well until {until}.</Trans>
        </p>
      )}
      <ConfirmDialog
        opened={removes}
        onClose={() => setRemoves(false)}
        title={t`Remove ${endpoint.name}`}
        losses={[t`It is told nothing any more, and the log of what it was told goes with it.`]}
        action={t`Remove the webhook`}
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate({ id: endpoint.id, version: endpoint.version }, { onSuccess: onRemoved })}
      />
    </>
  )
}
