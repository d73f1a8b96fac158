import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Select, TextInput } from '@mantine/core'
import { IconSearch, IconX } from '@tabler/icons-react'
import { Amount, Share, Unknown } from '../../web/figures/Amount.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column, Sort } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import type { Rows } from '../../web/table/paged-rows.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { AccountLink } from '../AccountLink.tsx'
import { measureMeaning, measureName } from '../measure-words.ts'
import { usePeople } from '../people.web.ts'
import { TierMark } from '../TierMark.tsx'
import { type Tier, tierName } from '../tier.ts'
import { tiersBestFirst } from '../tier-posts.ts'
import { type Ranking, rankings, type VitalFewSearch } from '../vital-few-search.ts'
import type { RankedAccount } from './overview.web.ts'
import style from './RankedAccounts.module.css'

type Props = {
  rows: Rows<RankedAccount>
  total: number | undefined
  by: Ranking
  search: VitalFewSearch
  /** Writes filters and order into the URL. */
  onSearch: (change: Partial<VitalFewSearch>, replace?: boolean) => void
  onOpen: (account: number) => void
  currency: string
  unknown: string
}

/** All accounts in the order of the curve; what the brush and the filters hold. */
export function RankedAccounts({ rows, total, by, search, onSearch, onOpen, currency, unknown }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const people = usePeople()
  const brushed = search.fromRank !== undefined && search.toRank !== undefined
  const filtered = Boolean(search.text || search.tier || search.owner || brushed)
  const columns = useColumns(currency, unknown)
  const sort: Sort = { key: by, direction: search.order === 'smallest' ? 'asc' : 'desc' }
  const clear = () =>
    onSearch({ text: undefined, tier: undefined, owner: undefined, fromRank: undefined, toRank: undefined })

  return (
    <Section
      title={t`Accounts by ${measureName(by, language).toLocaleLowerCase()}`}
      note={total === undefined ? ' ' : plural(total, { one: '# account', other: '# accounts' })}
      actions={
        <>
          {brushed && (
            <Button
              variant="light"
              size="compact-sm"
              rightSection={<IconX size={14} aria-hidden="true" />}
              onClick={() => onSearch({ fromRank: undefined, toRank: undefined })}
              aria-label={t`Show all ranks again`}
            >
              <Trans>
                Ranks {format.count(search.fromRank ?? 1)} to {format.count(search.toRank ?? 1)}
              </Trans>
            </Button>
          )}
          <TextInput
            className={style.text}
            aria-label={t`Find by code or name`}
            placeholder={t`Code or name`}
            leftSection={<IconSearch size={14} aria-hidden="true" />}
            value={search.text ?? ''}
            onChange={event => onSearch({ text: event.target.value || undefined }, true)}
          />
          <Select
            className={style.choice}
            aria-label={t`Tier`}
            placeholder={t`Any tier`}
            clearable
            value={search.tier ?? null}
            onChange={value => onSearch({ tier: (value as Tier | null) ?? undefined })}
            data={tiersBestFirst.map(tier => ({ value: tier, label: tierName(tier, language) }))}
          />
          <Select
            className={style.choice}
            aria-label={t`Owner`}
            placeholder={t`Any owner`}
            clearable
            searchable
            value={search.owner ?? null}
            onChange={value => onSearch({ owner: value ?? undefined })}
            data={[
              { value: 'none', label: t`Nobody` },
              ...people.owners.map(person => ({ value: person.id, label: person.name })),
            ]}
          />
        </>
      }
    >
      <DataTable
        label={t`Ranked accounts`}
        columns={columns}
        rowKey={row => row.id}
        {...rows}
        total={total}
        sort={sort}
        onSort={({ key, direction }) =>
          onSearch({ by: key as Ranking, order: direction === 'asc' ? 'smallest' : undefined })
        }
        onOpen={row => onOpen(row.id)}
        height={Math.min(560, 36 + 36 * Math.max(6, rows.loading ? 12 : rows.rows.length))}
        empty={
          <EmptyState
            title={t`No account fits these filters`}
            action={
              filtered && (
                <Button variant="default" onClick={clear}>
                  <Trans>Clear the filters</Trans>
                </Button>
              )
            }
          />
        }
      />
    </Section>
  )
}

function useColumns(currency: string, unknown: string): Column<RankedAccount>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const people = usePeople()
  const unit = currency === 'XXX' ? '' : `, ${currency}`
  const amounts = rankings.toReversed().map(
    (measure): Column<RankedAccount> => ({
      key: measure,
      header: `${measureName(measure, language)}${unit}`,
      hint: measureMeaning(measure, language),
      width: '128px',
      align: 'right',
      sortable: true,
      phone: measure === 'contribution' ? 'figure' : undefined,
      render: row => <Amount value={row[measure]} currency={null} unknown={unknown} />,
    }),
  )
  return [
    { key: 'rank', header: t`Rank`, width: '52px', align: 'right', render: row => format.count(row.rank) },
    {
      key: 'name',
      header: t`Account`,
      width: 'minmax(220px, 4fr)',
      phone: 'lead',
      render: row => <AccountLink account={row} />,
    },
    {
      key: 'tier',
      header: t`Tier`,
      width: '64px',
      phone: 'detail',
      render: row => <TierMark tier={row.tier} previous={row.previousTier} />,
    },
    {
      key: 'points',
      header: t`Points`,
      width: '60px',
      align: 'right',
      render: row => (row.points === null ? <Unknown reason={t`Not reviewed yet`} /> : format.points(row.points)),
    },
    ...amounts,
    {
      key: 'marginRate',
      header: t`Margin rate`,
      width: '84px',
      align: 'right',
      render: row => <Share value={row.marginRate} unknown={unknown} />,
    },
    {
      key: 'owner',
      header: t`Owner`,
      width: 'minmax(96px, 2fr)',
      render: row => people.nameOf(row.ownerId) ?? <Unknown reason={t`Nobody owns it`} />,
    },
  ]
}
