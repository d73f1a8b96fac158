import { Trans, useLingui } from '@lingui/react/macro'
import { Badge, Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, type client } from '../api.ts'
import { ConfirmDialog } from '../feedback/ConfirmDialog.tsx'
import { DetailDrawer } from '../feedback/DetailDrawer.tsx'
import { sayDone } from '../feedback/say.tsx'
import { Unknown } from '../figures/Amount.tsx'
import { EmptyState } from '../page/EmptyState.tsx'
import { useRoleName } from '../shell/role-name.ts'
import type { Column } from '../table/column.ts'
import { DataTable } from '../table/DataTable.tsx'
import { allRows } from '../table/paged-rows.ts'
import { useFormat } from '../use-format.ts'
import { CreateKey } from './CreateKey.tsx'
import style from './people.module.css'

type Key = Awaited<ReturnType<typeof client.people.keys>>['items'][number]

/** Keys for programs: each acts with a role of its own and can be revoked alone. */
export function KeysPanel() {
  const { t } = useLingui()
  const queries = useQueryClient()
  const keys = useQuery(api.people.keys.queryOptions())
  const [creates, setCreates] = useState(false)
  const [revoked, setRevoked] = useState<Key | null>(null)
  const revoke = useMutation(
    api.people.revokeKey.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.people.keys.key() })
        sayDone(t`The key is revoked`)
        setRevoked(null)
      },
    }),
  )
  const create = (
    <Button leftSection={<IconKey size={16} stroke={1.6} />} variant="default" onClick={() => setCreates(true)}>
      <Trans>Create a key</Trans>
    </Button>
  )
  const columns = useKeyColumns(setRevoked)
  const { rows, ...state } = allRows({ ...keys, data: keys.data?.items })
  return (
    <>
      <div className={style.head}>
        <p className={style.quiet}>
          <Trans>
            For an ERP that pushes its lines or a report that reads figures. See the{' '}
            <Link to="/api/docs" className="link">
              API reference
            </Link>
            .
          </Trans>
        </p>
        {rows.length > 0 && create}
      </div>
      <DataTable
        label={t`API keys`}
        columns={columns}
        rows={rows}
        {...state}
        rowKey={key => key.id}
        empty={
          <EmptyState title={t`No keys yet`} action={create}>
            <Trans>A program needs one to push invoice lines or to read figures.</Trans>
          </EmptyState>
        }
      />
      <DetailDrawer opened={creates} onClose={() => setCreates(false)} title={t`Create a key`}>
        <CreateKey />
      </DetailDrawer>
      <ConfirmDialog
        opened={revoked !== null}
        onClose={() => setRevoked(null)}
        title={t`Revoke ${revoked?.name ?? ''}`}
        losses={[
          t`Every program that uses ${revoked?.start ?? ''}… is refused from now on. A revoked key cannot come back.`,
        ]}
        action={t`Revoke the key`}
        pending={revoke.isPending}
        error={revoke.error}
        onConfirm={() => revoked && revoke.mutate({ id: revoked.id })}
      />
    </>
  )
}

function useKeyColumns(onRevoke: (key: Key) => void): Column<Key>[] {
  const { t } = useLingui()
  const format = useFormat()
  const roleName = useRoleName()
  return [
    {
      key: 'name',
      header: t`Name`,
      width: 'minmax(140px, 1.6fr)',
      phone: 'lead',
      render: key => key.name,
    },
    { key: 'start', header: t`Begins with`, width: '120px', phone: 'detail', render: key => <code>{key.start}…</code> },
    { key: 'role', header: t`Role`, width: 'minmax(140px, 1fr)', render: key => roleName(key.role) },
    {
      key: 'scope',
      header: t`Scope`,
      width: '110px',
      render: key => <Badge color="gray">{key.scope === 'write' ? t`read and write` : t`read`}</Badge>,
    },
    {
      key: 'lastUsedAt',
      header: t`Last used`,
      width: '130px',
      align: 'right',
      render: key => (key.lastUsedAt ? format.ago(key.lastUsedAt) : <Unknown reason={t`Never used`} />),
    },
    {
      key: 'expiresAt',
      header: t`Expires`,
      width: '130px',
      align: 'right',
      render: key => (key.expiresAt ? format.day(key.expiresAt.slice(0, 10)) : t`never`),
    },
    {
      key: 'revoke',
      header: <span className="visually-hidden">{t`Revoke`}</span>,
      width: '88px',
      align: 'right',
      phone: 'figure',
      render: key => (
        <Button size="compact-xs" variant="subtle" color="red" onClick={() => onRevoke(key)}>
          <Trans>Revoke</Trans>
        </Button>
      ),
    },
  ]
}
