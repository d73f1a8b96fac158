import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { AccountLink } from '../../identify/AccountLink.tsx'
import type { client } from '../../web/api.ts'
import { Section } from '../../web/page/Section.tsx'
import { DataTable } from '../../web/table/DataTable.tsx'
import { useHoldingColumns } from './use-holding-columns.tsx'

type Holding = Awaited<ReturnType<typeof client.today.department>>['accounts'][number]

type Props = { accounts: Holding[]; chosen: number | undefined; onChoose: (account: number | undefined) => void }

/** The accounts with most to lose; a row narrows the queue below to that account. */
export function HoldingAccounts({ accounts, chosen, onChoose }: Props) {
  const { t } = useLingui()
  const columns = useHoldingColumns<Holding>({
    key: 'account',
    header: t`Account`,
    width: 'minmax(140px, 1fr)',
    phone: 'lead',
    render: row => <AccountLink account={row.account} short />,
  })
  return (
    <Section
      title={t`Accounts with most at stake`}
      actions={
        chosen !== undefined && (
          <Button size="compact-xs" variant="default" onClick={() => onChoose(undefined)}>{t`All accounts`}</Button>
        )
      }
    >
      <DataTable
        label={t`Accounts with most at stake`}
        columns={columns}
        rows={accounts}
        rowKey={row => row.account.id}
        height={301}
        isMarked={row => row.account.id === chosen}
        onOpen={row => onChoose(row.account.id === chosen ? undefined : row.account.id)}
        empty={null}
      />
    </Section>
  )
}
