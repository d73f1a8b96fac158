import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyButton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import { useFormat } from '../../web/use-format.ts'
import visits from '../visits/visits.module.css'
import style from './calendar.module.css'

/** The secret address under which a phone's or mail program's calendar shows this one. */
export function FeedDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const feed = useQuery(api.engage.calendar.feed.queryOptions({ enabled: opened }))
  const again = () => queries.invalidateQueries({ queryKey: api.engage.calendar.feed.key() })
  const make = useMutation(api.engage.calendar.makeFeed.mutationOptions({ onSuccess: again, onError: sayFailed }))
  const end = useMutation(
    api.engage.calendar.endFeed.mutationOptions({
      onError: sayFailed,
      onSuccess: () => {
        make.reset()
        sayDone(t`The address no longer works.`)
        return again()
      },
    }),
  )
  const address = make.data?.address
  const { madeAt = null, lastReadAt = null } = feed.data ?? {}
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Calendar on your phone`} size={480}>
      <div className={visits.drawer}>
        <p>
          <Trans>
            Subscribe to this address in the calendar of your phone or mail program. Whoever knows it reads your
            calendar without signing in: keep it to yourself, and replace it when in doubt.
          </Trans>
        </p>
        {address && (
          <>
            <code className={style.address}>{address}</code>
            <p className={visits.hint}>
              <Trans>Shown this once; only its fingerprint is kept.</Trans>
            </p>
            <CopyButton value={address}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {copied ? <Trans>Copied</Trans> : <Trans>Copy the address</Trans>}
                </Button>
              )}
            </CopyButton>
          </>
        )}
        {!address && madeAt && (
          <p className={visits.quiet}>
            {[
              t`An address was made on ${format.instant(madeAt)}.`,
              lastReadAt && t`Last read ${format.instant(lastReadAt)}.`,
            ]
              .filter(Boolean)
              .join(' ')}
          </p>
        )}
        <div className={visits.end}>
          {madeAt && (
            <Button variant="subtle" color="red" loading={end.isPending} onClick={() => end.mutate(undefined)}>
              <Trans>Revoke it</Trans>
            </Button>
          )}
          <Button loading={make.isPending} onClick={() => make.mutate(undefined)}>
            {madeAt ? <Trans>Make a new address</Trans> : <Trans>Make the address</Trans>}
          </Button>
        </div>
      </div>
    </DetailDrawer>
  )
}
