import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed, Refused } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { Section } from '../../web/page/Section.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useMay } from '../../web/session.ts'
import { useCrumb } from '../../web/shell/crumb.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { erasedPersonName } from './people-words.ts'
import { coversName } from './profile-words.ts'
import { RetentionLimits } from './RetentionLimits.tsx'
import { RetentionReviews } from './RetentionReviews.tsx'

export type Privacy = Awaited<ReturnType<typeof client.know.people.privacy>>
type Erasure = Privacy['erasures'][number]

/** How long we keep whom, on whom there is to decide, and who was erased. For administrators and heads. */
export function PrivacyPage() {
  const { t } = useLingui()
  useCrumb(t`People’s data`)
  const mayRead = useMay('administrator', 'head')
  const privacy = useQuery(api.know.people.privacy.queryOptions({ enabled: mayRead }))
  const columns = useErasureColumns()
  return (
    <>
      <PageHeader
        title={t`People’s data`}
        context={[t`How long people of accounts are kept`, t`Looked through every night`]}
      />
      {!mayRead && <Refused />}
      {mayRead && privacy.isPending && <LinesSkeleton lines={8} />}
      {privacy.isError && <Failed error={privacy.error} onRetry={() => void privacy.refetch()} />}
      {privacy.data && (
        <>
          <Section title={t`Limits`} note={t`Without a contact, a confirmed profile, a consent or a new job`}>
            <RetentionLimits limits={privacy.data.limits} />
          </Section>
          <Section title={t`To decide on`} note={t`Silent for longer than the limit, or every ground withdrawn`}>
            <RetentionReviews reviews={privacy.data.reviews} />
          </Section>
          <Section title={t`Erased`} note={t`What was agreed with them stays, without them`}>
            <DataTable
              label={t`Erased`}
              columns={columns}
              rows={privacy.data.erasures}
              rowKey={row => row.contactId}
              height="content"
              empty={<EmptyState title={t`Nobody has been erased`} />}
            />
          </Section>
        </>
      )}
    </>
  )
}

function useErasureColumns(): Column<Erasure>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    {
      key: 'person',
      header: t`Person`,
      width: 'minmax(130px, 1fr)',
      phone: 'lead',
      render: row => erasedPersonName(row.contactId, language),
    },
    {
      key: 'account',
      header: t`Account`,
      width: 'minmax(140px, 1.4fr)',
      phone: 'detail',
      render: row => row.accountName,
    },
    {
      key: 'ground',
      header: t`Ground`,
      width: 'minmax(140px, 1.2fr)',
      render: row =>
        row.ground === 'request'
          ? [t`on request`, row.reference].filter(Boolean).join(' · ')
          : t`retention limit, ${coversName('personal data', language)}`,
    },
    { key: 'by', header: t`By`, width: 'minmax(110px, 0.9fr)', render: row => row.by ?? t`nightly job` },
    {
      key: 'on',
      header: t({ message: 'On', context: 'erasure' }),
      width: '112px',
      align: 'right',
      phone: 'figure',
      render: row => format.day(row.erasedOn),
    },
  ]
}
