import { Trans, useLingui } from '@lingui/react/macro'
import { IconChecklist } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { Amount, Unknown } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'

type Kind = Awaited<ReturnType<typeof client.today.kinds>>['items'][number]

const days = 90

/** Which signals people act on, and which they wave away. */
export function KindsTable({ onKind }: { onKind: (kind: string) => void }) {
  const { t } = useLingui()
  const query = useQuery(api.today.kinds.queryOptions({ input: { days }, select: answer => answer.items }))
  return (
    <Section
      title={t`What is acted on`}
      note={t`The last ${days} days. The counts are shown, and never change the order of the queue.`}
    >
      <DataTable
        label={t`What is acted on`}
        columns={useColumns()}
        rowKey={row => row.kind}
        {...allRows(query)}
        height="content"
        onOpen={row => onKind(row.kind)}
        empty={
          <EmptyState icon={<IconChecklist size={24} stroke={1.5} />} title={t`No signal has arisen yet`}>
            <Trans>With the first figures and visits, what becomes of each kind of signal stands here.</Trans>
          </EmptyState>
        }
      />
    </Section>
  )
}

function useColumns(): Column<Kind>[] {
  const { t } = useLingui()
  const format = useFormat()
  const count = (
    key: 'open' | 'arisen' | 'done' | 'delegated' | 'snoozed' | 'ended' | 'notUseful',
    header: string,
    hint?: string,
  ): Column<Kind> => ({
    key,
    header,
    hint,
    width: '68px',
    align: 'right',
    render: row => row[key],
  })
  return [
    {
      key: 'title',
      header: t`Kind of signal`,
      width: 'minmax(208px, 1.7fr)',
      phone: 'lead',
      render: row => row.title,
    },
    { ...count('open', t({ message: 'Open', context: 'to be done' })), phone: 'detail' },
    {
      key: 'value',
      header: t`At stake`,
      width: '80px',
      align: 'right',
      render: row => <Amount value={row.value} form="compact" unknown={t`What is at stake is not known`} />,
    },
    count('arisen', t`Arisen`),
    count('done', t`Done`),
    count('ended', t`Settled`, t`Went without an answer: somebody acted, or the moment passed`),
    count('delegated', t`Given on`),
    count('snoozed', t`Put off`),
    count('notUseful', t`Not useful`),
    {
      key: 'useful',
      header: t`Acted on`,
      width: '80px',
      align: 'right',
      phone: 'figure',
      hint: t`Done, settled or given on, of all that was answered or settled`,
      render: row => {
        const acted = row.done + row.ended + row.delegated
        const all = acted + row.notUseful
        return all === 0 ? <Unknown reason={t`Nobody has answered one yet`} /> : format.share(acted / all)
      },
    },
    {
      key: 'reasons',
      header: t`Why not useful`,
      width: 'minmax(110px, 1fr)',
      render: row => {
        const words = row.reasons.join(' · ')
        return words && <span data-hint={words}>{words}</span>
      },
    },
  ]
}
