import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { mailKindName } from '../../platform/mail/mail-words.ts'
import { api, type client } from '../api.ts'
import { sayDone, sayFailed } from '../feedback/say.tsx'
import { EmptyState } from '../page/EmptyState.tsx'
import { PageHeader } from '../page/PageHeader.tsx'
import { useMay } from '../session.ts'
import type { Column } from '../table/column.ts'
import { DataTable } from '../table/DataTable.tsx'
import { pagedRows } from '../table/paged-rows.ts'
import { useFormat, useLanguage } from '../use-format.ts'
import { MailDrawer } from './MailDrawer.tsx'
import { MailState } from './MailState.tsx'

const route = getRouteApi('/_app/mail')

type Mail = Awaited<ReturnType<typeof client.mail.list>>['items'][number]

/** What Vitalfew sent by mail, and what became of it; where no mail server is set, the mails themselves. */
export function MailPage() {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { mail } = route.useSearch()
  const navigate = route.useNavigate()
  const administers = useMay('administrator')
  const queries = useQueryClient()
  const query = useInfiniteQuery(
    api.mail.list.infiniteOptions({
      input: (cursor: number | undefined) => ({ cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
    }),
  )
  const test = useMutation(
    api.mail.sendTest.mutationOptions({
      onSuccess: () => {
        sayDone(t`The test mail is on its way`)
        void queries.invalidateQueries({ queryKey: api.mail.key() })
      },
      onError: sayFailed,
    }),
  )
  const delivery = query.data?.pages[0]?.delivery
  const columns: Column<Mail>[] = [
    { key: 'subject', header: t`Subject`, width: 'minmax(240px, 3fr)', phone: 'lead', render: row => row.subject },
    {
      key: 'kind',
      header: t({ message: 'Kind', context: 'mail' }),
      width: '160px',
      render: row => mailKindName(row.kind, language),
    },
    {
      key: 'address',
      header: t({ message: 'To', context: 'mail' }),
      width: 'minmax(180px, 2fr)',
      phone: 'detail',
      render: row => row.address,
    },
    { key: 'state', header: t`State`, width: '140px', phone: 'figure', render: row => <MailState state={row.state} /> },
    { key: 'queued', header: t`Written`, width: '170px', render: row => format.instant(row.queuedAt) },
  ]
  return (
    <>
      <PageHeader
        title={t`Mail`}
        context={[
          delivery === 'kept here' && t`No mail leaves from here: each is kept to be read on this page`,
          delivery === 'mail server' && t`Sent through the company's mail server`,
          administers ? t`Mails to everybody` : t`Mails to you`,
        ]}
        actions={
          administers && (
            <Button
              variant="default"
              leftSection={<IconMailForward size={16} stroke={1.6} />}
              loading={test.isPending}
              onClick={() => test.mutate({})}
            >
              <Trans>Send me a test mail</Trans>
            </Button>
          )
        }
      />
      <DataTable
        label={t`Mail`}
        columns={columns}
        rowKey={row => row.id}
        {...pagedRows(query)}
        onOpen={row => void navigate({ search: { mail: row.id } })}
        empty={
          <EmptyState title={t`No mail yet`}>
            <Trans>Morning digests, visit reminders and invitations appear here once they are written.</Trans>
          </EmptyState>
        }
      />
      <MailDrawer id={mail} onClose={() => void navigate({ search: {} })} />
    </>
  )
}
