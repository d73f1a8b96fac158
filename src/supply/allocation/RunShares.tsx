import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { AccountLink } from '../../identify/AccountLink.tsx'
import { TierMark } from '../../identify/TierMark.tsx'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { AwardBar } from './AwardBar.tsx'
import style from './allocation.module.css'
import { type Run, type RunProduct, type Share, useTried } from './allocation.web.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import { awardParts, awardSentence } from './allocation-words.ts'

type Props = { run: Run; product: RunProduct; policy: AllocationPolicy; isTried: boolean }

/** Who gets what of one product, and why; beside it what it would be under the policy that is tried. */
export function RunShares({ run, product, policy, isTried }: Props) {
  const { t } = useLingui()
  const query = useQuery(
    api.supply.allocations.rows.queryOptions({ input: { publicId: run.publicId, productId: product.product.id } }),
  )
  const shares = query.data?.items
  const tried = useTried(isTried ? shares : undefined, product, policy)
  const most = Math.max(1, ...(shares ?? []).map(share => Number(share.requested)))
  return (
    <Section
      title={<Trans>Who gets {product.product.code}</Trans>}
      note={
        run.previousName
          ? t`Frame: requested; bar: allocated; stroke: fair part. Last time: ${run.previousName}`
          : t`Frame: requested; bar: allocated; stroke: fair part`
      }
    >
      <DataTable
        label={t`Shares of ${product.product.code}`}
        rowKey={row => row.publicId}
        columns={useColumns(run, most, isTried ? tried : null)}
        {...allRows({ ...query, data: shares })}
        height={(shares?.length ?? 0) > 14 ? 560 : 'content'}
        empty={<EmptyState title={t`Nobody asks for this product`} />}
      />
    </Section>
  )
}

function useColumns(run: Run, most: number, tried: Map<number, string> | null): Column<Share>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const why = (row: Share) => awardSentence({ ...row.reason, limited: row.reason.limitedBy.length > 0 }, language)
  // Requested and allocated stand in the columns beside it.
  const whyAlone = (row: Share) => {
    const [first, ...others] = awardParts({ ...row.reason, limited: row.reason.limitedBy.length > 0 }, language)
    return others.length === 0 ? first : others.join(language === 'en' ? ' ' : '')
  }
  return [
    {
      ...{ key: 'account', header: t`Account`, width: 'minmax(150px, 1.3fr)', phone: 'lead' },
      render: row => <AccountLink account={row.account} short />,
    },
    { key: 'tier', header: t`Tier`, width: '52px', render: row => <TierMark tier={row.tier} /> },
    {
      key: 'requested',
      header: t`Requested`,
      width: '80px',
      align: 'right',
      render: row => format.number(row.requested),
    },
    {
      ...{ key: 'committed', header: t({ message: 'Promised', context: 'quantity' }), width: '84px', align: 'right' },
      render: row => (Number(row.committed) === 0 ? '' : format.number(row.committed)),
    },
    {
      key: 'fair',
      header: t`Fair part`,
      width: '72px',
      align: 'right',
      hint: t`If all accounts were weighed alike`,
      render: row => format.number(row.fair),
    },
    {
      key: 'allocated',
      header: t`Allocated`,
      width: '78px',
      align: 'right',
      phone: 'figure',
      render: row => <strong>{format.number(row.allocated)}</strong>,
    },
    ...(tried
      ? [
          {
            ...{
              key: 'tried',
              header: t`Tried`,
              width: '110px',
              align: 'right' as const,
              hint: t`Under the policy of the sliders, and the difference`,
            },
            render: (row: Share) => <Difference from={row.allocated} to={tried.get(row.account.id) ?? row.allocated} />,
          },
        ]
      : run.previousName
        ? [
            {
              ...{
                key: 'last',
                header: t`Last time`,
                width: '92px',
                align: 'right' as const,
                hint: t`Allocated of requested in the allocation released before`,
              },
              render: (row: Share) =>
                row.lastTime
                  ? `${format.number(row.lastTime.allocated)} / ${format.number(row.lastTime.requested)}`
                  : '',
            },
          ]
        : []),
    {
      ...{ key: 'bar', header: '', width: 'minmax(70px, 0.7fr)' },
      render: row => (
        <AwardBar
          requested={Number(row.requested)}
          fair={Number(row.fair)}
          allocated={Number(tried?.get(row.account.id) ?? row.allocated)}
          most={most}
        />
      ),
    },
    ...(run.state === 'released'
      ? [
          {
            ...{ key: 'letter', header: t`Letter`, width: '64px' },
            render: (row: Share) => (
              <a
                className="link"
                href={`/api/supply/allocations/${run.publicId}/accounts/${row.account.id}/letter.pdf?language=${language}`}
                target="_blank"
                rel="noreferrer"
              >
                PDF<span className="visually-hidden"> {t`Letter to ${row.account.name}`}</span>
              </a>
            ),
          },
        ]
      : []),
    {
      ...{ key: 'why', header: t`Why`, width: 'minmax(220px, 3fr)', phone: 'detail' },
      render: row => (
        <span className={style.why} data-hint={why(row)}>
          {whyAlone(row)}
        </span>
      ),
    },
  ]
}

function Difference({ from, to }: { from: string; to: string }) {
  const format = useFormat()
  const change = Number(to) - Number(from)
  return (
    <span className="figures">
      {format.number(to)}
      <span className={change === 0 ? style.same : change > 0 ? style.more : style.less}>
        {change === 0 ? '=' : `${change > 0 ? '+' : '−'}${format.number(Math.abs(change))}`}
      </span>
    </span>
  )
}
