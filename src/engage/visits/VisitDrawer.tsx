import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { usePeople } from '../../accounts/people.web.ts'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { api, type client } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { VisitActs } from './drawer/VisitActs.tsx'
import { keepingName, stateName, whatHappened } from './visit-words.ts'
import style from './visits.module.css'

export type ShownVisit = Awaited<ReturnType<typeof client.engage.visits.read>>

type Props = {
  /** undefined: closed. */
  id: number | undefined
  onClose: () => void
  /** Where it was dropped in the calendar: the form to move it opens with it. */
  dropped?: { day: string; time: string }
}

/** One visit: when, with whom, how it answered to its promise, and what can be done about it. */
export function VisitDrawer({ id, onClose, dropped }: Props) {
  const { t } = useLingui()
  const query = useQuery(
    api.engage.visits.read.queryOptions({ input: { id: id ?? 0 }, enabled: id !== undefined, retry: false }),
  )
  const visit = query.data
  return (
    <DetailDrawer opened={id !== undefined} onClose={onClose} title={visit ? visit.account.name : t`Visit`} size={480}>
      {query.isError ? (
        <Failed error={query.error} onRetry={query.refetch} />
      ) : visit ? (
        <div className={style.drawer}>
          <VisitFacts visit={visit} />
          <VisitActs
            key={`${visit.id} ${visit.version} ${dropped?.day}`}
            visit={visit}
            dropped={dropped}
            onClose={onClose}
          />
        </div>
      ) : (
        <LinesSkeleton lines={6} />
      )}
    </DetailDrawer>
  )
}

function VisitFacts({ visit }: { visit: ShownVisit }) {
  const format = useFormat()
  const language = useLanguage()
  const people = usePeople()
  const happened = whatHappened(visit, language)
  const moved = visit.promised.day !== visit.day || visit.promised.time !== visit.time
  return (
    <dl className={style.facts}>
      <div>
        <dt>
          <Trans>Account</Trans>
        </dt>
        <dd>
          <AccountLink account={visit.account} />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>When</Trans>
        </dt>
        <dd>
          {format.day(visit.day)}, {visit.time}–{visit.endTime} <span className={style.quiet}>{visit.timeZone}</span>
        </dd>
      </div>
      {moved && (
        <div>
          <dt>
            <Trans>Promised</Trans>
          </dt>
          <dd>
            {format.day(visit.promised.day)}, {visit.promised.time}
          </dd>
        </div>
      )}
      <div>
        <dt>
          <Trans>State</Trans>
        </dt>
        <dd>
          {stateName(visit.state, language)}
          {visit.keeping !== 'ahead' && ` · ${keepingName(visit.keeping, language)}`}
          {happened && <span className={style.line}>{happened}</span>}
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Who goes</Trans>
        </dt>
        <dd>{people.nameOf(visit.personId)}</dd>
      </div>
      {visit.contacts.length > 0 && (
        <div>
          <dt>
            <Trans>With whom</Trans>
          </dt>
          <dd>{visit.contacts.map(contact => contact.name).join(', ')}</dd>
        </div>
      )}
      {visit.site && (
        <div>
          <dt>
            <Trans>Where</Trans>
          </dt>
          <dd>{visit.site.name}</dd>
        </div>
      )}
      {visit.purpose && (
        <div>
          <dt>
            <Trans>What for</Trans>
          </dt>
          <dd>{visit.purpose}</dd>
        </div>
      )}
    </dl>
  )
}
