import { Trans, useLingui } from '@lingui/react/macro'
import { Select } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { AboutMessage, FilesOf, StateOf } from './MessageFacts.tsx'
import { type MessageRead, type PartnerRead, useMessageWords } from './messages.web.ts'
import { type MessageState, messageStates } from './partner.ts'
import style from './partners.module.css'
import type { PartnersSearch } from './partners-search.ts'

type Props = { search: PartnersSearch; partners: readonly PartnerRead[]; onSearch: (part: PartnersSearch) => void }

/** Every interchange in and out, newest first, with its file and its acknowledgement. */
export function MessagesTable({ search, partners, onSearch }: Props) {
  const { t } = useLingui()
  const words = useMessageWords()
  const { state, direction } = search
  const query = useInfiniteQuery(
    api.supply.messages.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ state, direction, cursor, limit: 50 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const rows = pagedRows(query)
  return (
    <div className={style.below}>
      <Section
        title={t({ message: 'Messages', context: 'EDI' })}
        note={t`One row an interchange; a refused one has left nothing behind`}
        actions={
          <div className={style.filters}>
            <Select
              aria-label={t`In or out`}
              clearable
              placeholder={t`In and out`}
              size="xs"
              w={130}
              value={direction ?? null}
              onChange={value => onSearch({ direction: (value as 'in' | 'out' | null) ?? undefined })}
              data={[
                { value: 'in', label: t({ message: 'In', context: 'message' }) },
                { value: 'out', label: t({ message: 'Out', context: 'message' }) },
              ]}
            />
            <Select
              aria-label={t`State`}
              clearable
              placeholder={t`All states`}
              size="xs"
              w={150}
              value={state ?? null}
              onChange={value => onSearch({ state: (value as MessageState | null) ?? undefined })}
              data={messageStates.map(value => ({ value, label: words.states[value] }))}
            />
          </div>
        }
      >
        <DataTable
          label={t({ message: 'Messages', context: 'EDI' })}
          columns={useColumns(partners)}
          rowKey={row => row.id}
          {...rows}
          onOpen={row => row.partnerId !== null && onSearch({ partner: row.partnerId })}
          height={rows.rows.length > 12 ? 480 : 'content'}
          empty={
            <EmptyState title={t`No message here`}>
              <Trans>Messages come in as files of an import, or from a gateway by API.</Trans>
            </EmptyState>
          }
        />
      </Section>
    </div>
  )
}

function useColumns(partners: readonly PartnerRead[]): Column<MessageRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const names = new Map(partners.map(each => [each.id, each.name]))
  return [
    {
      key: 'type',
      header: t({ message: 'Message', context: 'EDI' }),
      width: '116px',
      phone: 'lead',
      render: row => `${row.direction === 'in' ? '←' : '→'} ${row.type}`,
    },
    {
      key: 'partner',
      header: t`Partner`,
      width: 'minmax(120px, 0.8fr)',
      phone: 'detail',
      render: row => names.get(row.partnerId ?? 0) ?? <span className={style.quiet}>{t`not readable`}</span>,
    },
    { key: 'number', header: t`Control number`, width: '124px', render: row => row.controlNumber },
    {
      key: 'at',
      header: t({ message: 'When', context: 'message' }),
      width: '140px',
      render: row => format.instant(row.at),
    },
    { key: 'state', header: t`State`, width: '108px', phone: 'figure', render: row => <StateOf message={row} /> },
    {
      key: 'about',
      header: t({ message: 'About', context: 'message' }),
      width: 'minmax(160px, 1.4fr)',
      render: row => <AboutMessage message={row} />,
    },
    { key: 'files', header: t`Files`, width: '220px', render: row => <FilesOf message={row} /> },
  ]
}
