import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { sayDone, sayFailed } from '../feedback/say.tsx'
import { Failed } from '../page/Failed.tsx'
import { LinesSkeleton } from '../page/Skeletons.tsx'
import { useFormat } from '../use-format.ts'
import { useStateNames } from './use-state-names.ts'
import style from './webhooks.module.css'
import { useWebhookWrites } from './webhooks.web.ts'

/** One message: every try with its answer, what it holds, and sending it again. */
export function MessageDetails({ id }: { id: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const names = useStateNames()
  const query = useQuery(api.webhooks.delivery.queryOptions({ input: { id } }))
  const { replay } = useWebhookWrites()
  if (query.isPending) return <LinesSkeleton lines={10} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const message = query.data
  const send = () =>
    replay.mutate({ id }, { onSuccess: () => sayDone(t`Sent again; its answer stands here soon`), onError: sayFailed })
  return (
    <div className={style.form}>
      <p className={style.quiet}>
        {message.type} · {message.endpointName} · {format.instant(message.at)} · {names[message.state]}
      </p>
      <ol className={style.tries}>
        {message.tries.map((attempt, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: tries are only ever added to
          <li key={nth}>
            {format.instant(attempt.at)} ·{' '}
            <span className={attempt.status !== null && attempt.status < 300 ? undefined : style.wrong}>
              {attempt.status ?? attempt.error}
            </span>{' '}
            · {attempt.tookMs} ms
            {attempt.response && <pre className={style.body}>{attempt.response}</pre>}
          </li>
        ))}
      </ol>
      <div>
        <Button variant="default" loading={replay.isPending} onClick={send}>
          <Trans>Send it again</Trans>
        </Button>
      </div>
      <section>
        <h3>
          <Trans>What it holds</Trans>
        </h3>
        <pre className={style.body}>{JSON.stringify(message.payload, null, 2)}</pre>
      </section>
    </div>
  )
}
