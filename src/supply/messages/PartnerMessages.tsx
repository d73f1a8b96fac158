import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat } from '../../web/use-format.ts'
import { AboutMessage, FilesOf, StateOf } from './MessageFacts.tsx'
import style from './partners.module.css'

/** The last messages of one partner, with their files: also within reach on a phone. */
export function PartnerMessages({ partnerId }: { partnerId: number }) {
  const format = useFormat()
  const query = useQuery(api.supply.messages.list.queryOptions({ input: { partnerId, limit: 10 } }))
  if (query.isPending) return <LinesSkeleton lines={6} />
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} inline />
  const { items } = query.data
  return (
    <section className={style.part}>
      <h3>
        <Trans>Last messages</Trans>
      </h3>
      {items.length === 0 ? (
        <p>
          <Trans>No message yet.</Trans>
        </p>
      ) : (
        <ul className={style.codes}>
          {items.map(message => (
            <li key={message.id} className={style.message}>
              <div>
                <span className={style.name}>
                  {message.direction === 'in' ? '←' : '→'} {message.type} {message.controlNumber}
                </span>{' '}
                <StateOf message={message} />
              </div>
              <span className={style.caption}>{format.instant(message.at)}</span>
              <AboutMessage message={message} />
              <FilesOf message={message} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
