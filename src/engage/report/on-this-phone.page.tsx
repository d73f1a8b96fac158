import { Trans, useLingui } from '@lingui/react/macro'
import { IconDeviceMobile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { readKit } from '../../web/offline/kit.ts'
import type { Kept } from '../../web/offline/outbox.ts'
import { kitKey, kitName, type OfflineKit } from '../../web/offline/use-offline-kit.ts'
import { useKept } from '../../web/offline/use-outbox.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { useSession } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { hoursWords } from './brief-words.ts'
import style from './on-this-phone.module.css'

/** What opens without a network: reports that are written here, and the coming days' visits. */
export function OnThisPhonePage() {
  const { t } = useLingui()
  const format = useFormat()
  const { person } = useSession()
  const kept = useKept() ?? []
  const { data: kit } = useQuery({
    queryKey: [...kitKey, person.id],
    queryFn: async () => (await readKit<OfflineKit>(person.id, kitName.all)) ?? null,
  })
  return (
    <>
      <PageHeader title={t`On this phone`} context={[kit && t`put by ${format.instant(kit.madeAt)}`]} />
      {kept.length > 0 && (
        <Section title={t`Reports`}>
          <ul className={style.list}>
            {kept.map(entry => (
              <li key={entry.key}>
                <Link to={entry.path.replace('/api', '') as string} className={style.row}>
                  <span>{entry.title}</span>
                  <span className={style.quiet} data-state={entry.state}>
                    <StateWords entry={entry} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t`Visits`} note={t`With their briefs, and those of the last two weeks that want a report`}>
        {kit && kit.visits.length > 0 ? <VisitList kit={kit} /> : <NoVisits />}
      </Section>
    </>
  )
}

function StateWords({ entry }: { entry: Kept }) {
  const { t } = useLingui()
  const format = useFormat()
  const sentAt = (entry.answer as { sentAt?: string } | null)?.sentAt
  return {
    writing: t`Draft`,
    ready: t`Waits to be sent`,
    refused: t`Needs your decision`,
    sent: sentAt ? t`Sent ${format.instant(sentAt)}` : t`Sent`,
  }[entry.state]
}

function VisitList({ kit }: { kit: OfflineKit }) {
  const language = useLanguage()
  return (
    <ul className={style.list}>
      {kit.visits.map(({ reported: { visit, account }, brief }) => (
        <li key={visit.id} className={style.visit}>
          <div>
            <div>{account.name}</div>
            <div className={style.quiet}>{hoursWords(visit.startsAt, visit.timeZone, language)}</div>
          </div>
          <span className={style.links}>
            {brief && (
              <Link to="/visits/$id/brief" params={{ id: String(visit.id) }} className="link">
                <Trans>Brief</Trans>
              </Link>
            )}
            <Link to="/visits/$id/report" params={{ id: String(visit.id) }} className="link">
              <Trans>Report</Trans>
            </Link>
          </span>
        </li>
      ))}
    </ul>
  )
}

function NoVisits() {
  const { t } = useLingui()
  return (
    <EmptyState icon={<IconDeviceMobile size={24} stroke={1.5} />} title={t`No visit is put by`}>
      <Trans>While there is a network, your visits of the next seven days are put by here with their briefs.</Trans>
    </EmptyState>
  )
}
