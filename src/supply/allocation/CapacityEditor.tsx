import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ProductSelect } from '../../products/ProductSelect.tsx'
import { api, type client } from '../../web/api.ts'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { Section } from '../../web/page/Section.tsx'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './allocation.module.css'
import { useAllocationWrites, useMayShare } from './allocation.web.ts'

type Capacity = Awaited<ReturnType<typeof client.supply.allocations.capacities>>['items'][number]
type Draft = Omit<Capacity, 'id' | 'version'> & { known: { id: number; version: number } | null }

const empty: Draft = { name: '', kind: 'line', unit: '', aWeek: '', uses: [], known: null }

/** Lines and loads that several products share, so much a week. */
export function CapacityEditor() {
  const { t } = useLingui()
  const mayShare = useMayShare()
  const query = useQuery(api.supply.allocations.capacities.queryOptions())
  const [draft, setDraft] = useState<Draft | null>(null)
  const open = ({ id, version, ...said }: Capacity) => setDraft({ ...said, known: { id, version } })
  return (
    <Section
      title={t`Shared lines and loads`}
      note={t`A product needs one of its lines and one of its loads; products that share one are allocated together`}
      actions={
        mayShare && (
          <Button size="xs" variant="default" onClick={() => setDraft(empty)}>
            <Trans>Add a line or load</Trans>
          </Button>
        )
      }
    >
      <DataTable
        label={t`Shared lines and loads`}
        rowKey={row => row.id}
        columns={useColumns()}
        {...allRows({ ...query, data: query.data?.items })}
        height="content"
        onOpen={mayShare ? open : undefined}
        empty={
          <EmptyState title={t`No line or load is shared`}>
            <Trans>Without one every product is allocated by itself.</Trans>
          </EmptyState>
        }
      />
      <DetailDrawer
        opened={draft !== null}
        onClose={() => setDraft(null)}
        title={draft?.known ? t`Change a line or load` : t`Add a line or load`}
      >
        {draft && <CapacityForm key={draft.known?.id ?? 0} initial={draft} onDone={() => setDraft(null)} />}
      </DetailDrawer>
    </Section>
  )
}

function useColumns(): Column<Capacity>[] {
  const { t } = useLingui()
  const format = useFormat()
  return [
    {
      key: 'name',
      header: t({ message: 'Name', context: 'capacity' }),
      width: 'minmax(140px, 1fr)',
      phone: 'lead',
      render: row => row.name,
    },
    {
      key: 'kind',
      header: t`Kind`,
      width: '100px',
      phone: 'detail',
      render: row => (row.kind === 'line' ? t`line` : t`load`),
    },
    {
      ...{ key: 'aWeek', header: t`A week`, width: '140px', align: 'right', phone: 'figure' },
      render: row => `${format.number(row.aWeek)} ${row.unit}`,
    },
    {
      ...{ key: 'uses', header: t`Products`, width: 'minmax(200px, 2fr)' },
      render: row => (
        <span className={style.why}>
          {plural(row.uses.length, { one: '# product', other: '# products' })}:{' '}
          {row.uses.map(use => use.code).join(', ')}
        </span>
      ),
    },
  ]
}

function CapacityForm({ initial, onDone }: { initial: Draft; onDone: () => void }) {
  const { t } = useLingui()
  const { saveCapacity, removeCapacity } = useAllocationWrites()
  const [draft, setDraft] = useState(initial)
  const set = (part: Partial<Draft>) => setDraft(old => ({ ...old, ...part }))
  const { known, uses } = draft
  return (
    <form
      className={style.form}
      onSubmit={event => {
        event.preventDefault()
        const { known: _, ...capacity } = draft
        saveCapacity.mutate(
          { capacity: { ...capacity, uses: uses.map(({ productId, perUnit }) => ({ productId, perUnit })) }, known },
          { onSuccess: onDone },
        )
      }}
    >
      <SegmentedControl
        aria-label={t`Kind`}
        value={draft.kind}
        onChange={kind => set({ kind: kind as Draft['kind'] })}
        data={[
          { value: 'line', label: t`Line that makes them` },
          { value: 'load', label: t`Load that takes them` },
        ]}
      />
      <TextInput
        label={t({ message: 'Name', context: 'capacity' })}
        required
        value={draft.name}
        onChange={event => set({ name: event.target.value })}
      />
      <div className={style.pair}>
        <TextInput
          label={t`A week`}
          required
          inputMode="decimal"
          value={draft.aWeek}
          onChange={event => set({ aWeek: event.target.value })}
        />
        <TextInput
          label={t`Unit`}
          required
          placeholder={t`hours, pallets, kg`}
          value={draft.unit}
          onChange={event => set({ unit: event.target.value })}
        />
      </div>
      {uses.map((use, at) => (
        <div key={use.productId} className={style.use}>
          <TextInput
            label={use.code}
            description={use.name}
            inputMode="decimal"
            value={use.perUnit}
            rightSection={<span className={style.note}>{draft.unit}</span>}
            rightSectionWidth={64}
            onChange={event =>
              set({ uses: uses.map((each, place) => (place === at ? { ...each, perUnit: event.target.value } : each)) })
            }
          />
          <Button
            variant="subtle"
            size="xs"
            aria-label={t`Leave out ${use.code}`}
            onClick={() => set({ uses: uses.filter((_, place) => place !== at) })}
          >
            <IconTrash size={16} aria-hidden="true" />
          </Button>
        </div>
      ))}
      <ProductSelect
        label={t`Add a product`}
        except={uses.map(use => use.productId)}
        onChoose={({ id, code, name }) => set({ uses: [...uses, { productId: id, code, name, perUnit: '1' }] })}
      />
      {saveCapacity.isError && <Failed error={saveCapacity.error} inline />}
      <div className={style.acts}>
        <Button type="submit" loading={saveCapacity.isPending}>
          <Trans>Save</Trans>
        </Button>
        {known && (
          <Button
            variant="default"
            loading={removeCapacity.isPending}
            onClick={() => removeCapacity.mutate(known, { onSuccess: onDone })}
          >
            <Trans>Remove</Trans>
          </Button>
        )}
      </div>
    </form>
  )
}
