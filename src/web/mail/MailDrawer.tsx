import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { mailKindName } from '../../platform/mail/mail-words.ts'
import { api } from '../api.ts'
import { DetailDrawer } from '../feedback/DetailDrawer.tsx'
import { sayDone, sayFailed } from '../feedback/say.tsx'
import { Failed } from '../page/Failed.tsx'
import { LinesSkeleton } from '../page/Skeletons.tsx'
import { useMay } from '../session.ts'
import { useFormat, useLanguage } from '../use-format.ts'
import { MailState } from './MailState.tsx'
import style from './mail.module.css'

/** One mail as its reader sees it. */
export function MailDrawer({ id, onClose }: { id: number | undefined; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const administers = useMay('administrator')
  const queries = useQueryClient()
  const query = useQuery(api.mail.read.queryOptions({ input: id === undefined ? skipToken : { id } }))
  const again = useMutation(
    api.mail.sendAgain.mutationOptions({
      onSuccess: () => {
        sayDone(t`The mail is on its way again`)
        void queries.invalidateQueries({ queryKey: api.mail.key() })
      },
      onError: sayFailed,
    }),
  )
  const mail = query.data
  return (
    <DetailDrawer opened={id !== undefined} onClose={onClose} title={mail?.subject ?? t`Mail`} size={680}>
      {query.isPending && id !== undefined && <LinesSkeleton lines={8} />}
      {query.isError && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {mail && (
        <>
          <p className={style.facts}>
            {mailKindName(mail.kind, language)} · {mail.address} · {format.instant(mail.queuedAt)} ·{' '}
            <MailState state={mail.state} />
          </p>
          {mail.error && (
            <div className={style.trouble}>
              <p>
                <Trans>The mail server said: {mail.error}</Trans>
              </p>
              {administers && mail.state === 'failed' && (
                <Button variant="default" loading={again.isPending} onClick={() => again.mutate({ id: mail.id })}>
                  <Trans>Send it again</Trans>
                </Button>
              )}
            </div>
          )}
          <iframe
            className={style.frame}
            title={mail.subject}
            src={`/api/mail/${mail.id}/html`}
            sandbox="allow-popups"
          />
          {mail.calendar && (
            <details className={style.calendar}>
              <summary>
                <Trans>The calendar message that comes with it</Trans>
              </summary>
              <pre>{mail.calendar}</pre>
            </details>
          )}
        </>
      )}
    </DetailDrawer>
  )
}
