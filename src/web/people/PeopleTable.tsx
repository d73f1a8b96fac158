import { Trans, useLingui } from '@lingui/react/macro'
import { Badge } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { client } from '../api.ts'
import { Unknown } from '../figures/Amount.tsx'
import { EmptyState } from '../page/EmptyState.tsx'
import { useRoleName } from '../shell/role-name.ts'
import type { Column } from '../table/column.ts'
import { DataTable } from '../table/DataTable.tsx'
import { allRows } from '../table/paged-rows.ts'
import { useFormat } from '../use-format.ts'

export type People = Awaited<ReturnType<typeof client.people.list>>
export type Person = People['items'][number]

type Props = { query: UseQueryResult<People>; onOpen?: (id: string) => void }

export function PeopleTable({ query, onOpen }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const roleName = useRoleName()
  const columns: Column<Person>[] = [
    {
      key: 'name',
      header: t({ message: 'Name', context: 'person' }),
      width: 'minmax(160px, 1.4fr)',
      phone: 'lead',
      render: person => (
        <>
          {person.name}{' '}
          {person.disabled && (
            <Badge color="gray" ml={4}>
              <Trans>Disabled</Trans>
            </Badge>
          )}
        </>
      ),
    },
    { key: 'title', header: t`Title`, width: 'minmax(120px, 1.2fr)', render: person => person.title ?? '' },
    {
      key: 'role',
      header: t`Role`,
      width: 'minmax(140px, 1fr)',
      phone: 'detail',
      render: person => roleName(person.role),
    },
    { key: 'email', header: t`E-mail`, width: 'minmax(180px, 1.6fr)', render: person => person.email },
    {
      key: 'twoFactor',
      header: t`Second factor`,
      width: '110px',
      render: person => (person.twoFactor ? t`On` : t`Off`),
    },
    {
      key: 'lastSeen',
      header: t`Last seen`,
      width: '130px',
      align: 'right',
      phone: 'figure',
      render: person => (person.lastSeen ? format.ago(person.lastSeen) : <Unknown reason={t`Has never signed in`} />),
    },
  ]
  const { rows, ...state } = allRows({ ...query, data: query.data?.items })
  return (
    <DataTable
      label={t`People`}
      columns={columns}
      rows={rows}
      {...state}
      rowKey={person => person.id}
      onOpen={onOpen && (person => onOpen(person.id))}
      empty={<EmptyState title={t`Nobody is here yet`}>{t`Invite the people of the department.`}</EmptyState>}
    />
  )
}
