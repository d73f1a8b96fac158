import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconBuildingFactory2, IconSearch } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, type client } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import { quantityOf } from '../stock/entry.ts'
import style from './lanes.module.css'
import type { LanesSearch } from './lanes-search.ts'

type Row = Awaited<ReturnType<typeof client.supply.lanes.availability>>['items'][number]

const weeksShown = 10

type Props = { search: LanesSearch; onChoose: (part: LanesSearch) => void; mayPlan: boolean }

/** What production makes available by product, week by week. */
export function AvailabilityTable({ search, onChoose, mayPlan }: Props) {
  const { t } = useLingui()
  const query = useQuery(api.supply.lanes.availability.queryOptions({ input: { weeks: 26 } }))
  const weeks = query.data?.weeks ?? []
  const wanted = search.find?.toLowerCase()
  const items = query.data?.items.filter(
    ({ product: { code, name } }) => !wanted || `${code} ${name}`.toLowerCase().includes(wanted),
  )
  const find = useDebouncedCallback((text: string) => onChoose({ find: text || undefined }), 250)
  const opened = query.data?.items.find(({ product }) => product.id === search.product)
  return (
    <Section
      title={t`Supply by week`}
      note={t`Units that production makes available in the week of that Monday`}
      actions={
        <TextInput
          className={style.search}
          aria-label={t`Find a product`}
          placeholder={t`Product`}
          defaultValue={search.find ?? ''}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
          onChange={event => find(event.currentTarget.value.trim())}
        />
      }
    >
      <DataTable
        label={t`Supply by week`}
        columns={useColumns(weeks)}
        rowKey={({ product }) => product.id}
        {...allRows({ ...query, data: items })}
        height={460}
        onOpen={({ product }) => onChoose({ product: product.id })}
        isMarked={({ product }) => product.id === search.product}
        empty={
          <EmptyState
            icon={<IconBuildingFactory2 size={24} stroke={1.5} />}
            title={wanted ? t`No product of that name is planned` : t`Production has not said what comes`}
          >
            <Trans>Import the plan of production as a file of products, weeks and quantities.</Trans>{' '}
            <Link to="/imports/new" className="link">
              <Trans>Import a file</Trans>
            </Link>
          </EmptyState>
        }
      />
      <DetailDrawer
        opened={opened !== undefined}
        onClose={() => onChoose({ product: undefined })}
        title={opened?.product.name}
        size={420}
      >
        {opened && (
          <WeeksForm
            key={opened.product.id}
            row={opened}
            weeks={weeks}
            mayPlan={mayPlan}
            onDone={() => onChoose({ product: undefined })}
          />
        )}
      </DetailDrawer>
    </Section>
  )
}

function useColumns(weeks: readonly string[]): Column<Row>[] {
  const { t } = useLingui()
  const format = useFormat()
  const shown = weeks.slice(0, weeksShown)
  const sum = (row: Row) => row.quantities.reduce((total, quantity) => total + Number(quantity ?? 0), 0)
  const cell = (quantity: string | null | undefined) =>
    quantity == null || Number(quantity) === 0 ? <span className={style.none}>–</span> : format.number(quantity, 0)
  return [
    {
      key: 'product',
      header: t`Product`,
      width: 'minmax(160px, 2fr)',
      phone: 'lead',
      render: row => (
        <Link className="link" to="/supply/lanes" search={{ product: row.product.id }} data-hint={row.product.code}>
          {row.product.name}
        </Link>
      ),
    },
    ...shown.map(
      (week, at): Column<Row> => ({
        key: week,
        header: week.slice(5).replace('-', '/'),
        width: 'minmax(52px, 1fr)',
        align: 'right',
        hint: t`Week of ${format.day(week)}`,
        render: row => cell(row.quantities[at]),
      }),
    ),
    {
      key: 'total',
      header: t`26 weeks`,
      width: '88px',
      align: 'right',
      phone: 'figure',
      render: row => format.number(sum(row), 0),
    },
  ]
}

type FormProps = { row: Row; weeks: readonly string[]; mayPlan: boolean; onDone: () => void }

function WeeksForm({ row, weeks, mayPlan, onDone }: FormProps) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const [said, setSaid] = useState<Record<string, string>>({})
  const save = useMutation(
    api.supply.lanes.setAvailability.mutationOptions({
      onSuccess: () => {
        sayDone(t`The supply is saved.`)
        onDone()
        return queries.invalidateQueries({ queryKey: api.supply.key() })
      },
    }),
  )
  const rows = weeks.flatMap(week => {
    const quantity = quantityOf(said[week] ?? '')
    return quantity === null ? [] : [{ productId: row.product.id, week, quantity }]
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ rows })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <ul className={style.weeks}>
        {weeks.map((week, at) => (
          <li key={week} className={style.week}>
            <span>{format.day(week)}</span>
            <TextInput
              aria-label={t`Week of ${format.day(week)}`}
              inputMode="decimal"
              disabled={!mayPlan}
              maxLength={15}
              value={said[week] ?? row.quantities[at] ?? ''}
              error={(said[week] ?? '') !== '' && quantityOf(said[week]!) === null}
              onChange={event => setSaid({ ...said, [week]: event.currentTarget.value })}
            />
          </li>
        ))}
      </ul>
      {save.isError && <Failed error={save.error} inline />}
      {mayPlan && (
        <div className={style.end}>
          <Button type="submit" loading={save.isPending} disabled={rows.length === 0}>
            <Trans>Save the supply</Trans>
          </Button>
        </div>
      )}
    </form>
  )
}
