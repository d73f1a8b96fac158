import { useLingui } from '@lingui/react/macro'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './allocation.module.css'
import type { Run, RunProduct } from './allocation.web.ts'
import { reachWords } from './allocation-words.ts'

type Props = { run: Run; chosen: number | undefined; onChoose: (productId: number) => void }

/** Supply against requests, the scarcest first. */
export function RunProducts({ run, chosen, onChoose }: Props) {
  const { t } = useLingui()
  return (
    <Section title={t`Products`} note={t`What there is against what is requested, the scarcest first`}>
      <DataTable
        label={t`Products`}
        rowKey={row => row.product.id}
        columns={useColumns()}
        rows={run.products}
        height={run.products.length > 8 ? 332 : 'content'}
        onOpen={row => onChoose(row.product.id)}
        isMarked={row => row.product.id === chosen}
        empty={<EmptyState title={t`No product is shared`} />}
      />
    </Section>
  )
}

function useColumns(): Column<RunProduct>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return [
    { key: 'code', header: t`Product`, width: '96px', phone: 'lead', render: row => row.product.code },
    {
      key: 'name',
      header: t({ message: 'Name', context: 'product' }),
      width: 'minmax(120px, 1.6fr)',
      render: row => row.product.name,
    },
    {
      key: 'requested',
      header: t`Requested`,
      width: '84px',
      align: 'right',
      render: row => format.number(row.requested),
    },
    {
      ...{ key: 'supply', header: t`Available`, width: '80px', align: 'right' },
      render: row => (
        <span data-hint={row.entered ? t`Entered by hand` : undefined}>
          {format.number(row.quantity)}
          {row.entered && '*'}
        </span>
      ),
    },
    {
      ...{ key: 'coverage', header: t`Covered`, width: '76px', align: 'right', phone: 'figure' },
      ...{ hint: t`Available over requested, after lines and loads shared with other products` },
      render: row => <Share value={row.coverage} />,
    },
    {
      key: 'allocated',
      header: t`Allocated`,
      width: '84px',
      align: 'right',
      render: row => format.number(row.allocated),
    },
    {
      ...{ key: 'cut', header: t`Accounts cut`, width: '96px', align: 'right' },
      render: row => `${format.count(row.cutAccounts)} / ${format.count(row.accounts)}`,
    },
    {
      ...{
        key: 'cost',
        header: t`Given up`,
        width: '90px',
        align: 'right',
        hint: t`Contribution that the cuts cost, base currency`,
      },
      render: row => <Amount value={row.contributionCut} currency={null} plain />,
    },
    {
      ...{ key: 'reach', header: t`How far it goes`, width: 'minmax(170px, 1.4fr)', phone: 'detail' },
      render: row => (
        <span className={style.quiet}>
          {row.limitedBy.length > 0 ? t`${row.limitedBy.join(', ')} is full` : reachWords(row.reach, language)}
        </span>
      ),
    },
  ]
}
