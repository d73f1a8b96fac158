import { Trans, useLingui } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconPackage } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import form from '../../accounts/form.module.css'
import { api } from '../../web/api.ts'
import { sayDone } from '../../web/feedback/say.tsx'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useMay } from '../../web/session.ts'
import type { Column } from '../../web/table/column.ts'
import { DataTable } from '../../web/table/DataTable.tsx'
import { pagedRows } from '../../web/table/paged-rows.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './targets.module.css'
import { type PackRead, useReasonableWrites } from './targets.web.ts'

/** Packs, layers, pallets, weight and volume of every product; a row opens its fields. */
export function PacksList() {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [settled] = useDebouncedValue(text.trim(), 150)
  const [open, setOpen] = useState<PackRead | null>(null)
  const mayEdit = useMay('administrator', 'head', 'back office')
  const query = useInfiniteQuery(
    api.supply.reasonable.packs.infiniteOptions({
      input: (cursor: string | undefined) => ({ text: settled || undefined, cursor, limit: 100 }),
      initialPageParam: undefined,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <div className={form.form}>
      <TextInput
        label={t`Find a product`}
        placeholder={t`Code or name`}
        value={text}
        onChange={event => setText(event.target.value)}
      />
      {open && <PackFields key={open.product.id} pack={open} onDone={() => setOpen(null)} />}
      <DataTable
        label={t`What products are packed in`}
        columns={useColumns()}
        rowKey={row => row.product.id}
        {...pagedRows(query)}
        height={480}
        onOpen={mayEdit ? setOpen : undefined}
        isMarked={row => row.product.id === open?.product.id}
        empty={<EmptyState icon={<IconPackage size={24} stroke={1.5} />} title={t`No product has this code or name`} />}
      />
    </div>
  )
}

function useColumns(): Column<PackRead>[] {
  const { t } = useLingui()
  const format = useFormat()
  const figure = (
    key: 'pack' | 'layer' | 'pallet' | 'weightKg' | 'volumeM3',
    header: string,
    digits = 0,
  ): Column<PackRead> => ({
    key,
    header,
    width: '72px',
    align: 'right',
    phone: key === 'pack' ? 'figure' : undefined,
    render: row => {
      const value = row[key]
      return value === null ? '' : format.number(value, digits)
    },
  })
  return [
    {
      key: 'product',
      header: t`Product`,
      width: 'minmax(140px, 1fr)',
      phone: 'lead',
      render: row => (
        <span className={style.product} data-hint={row.product.name}>
          {row.product.code}
        </span>
      ),
    },
    figure('pack', t`Pack`),
    figure('layer', t`Layer`),
    figure('pallet', t`Pallet`),
    figure('weightKg', t`kg a piece`, 2),
    figure('volumeM3', t`m³ a piece`, 4),
  ]
}

function PackFields({ pack, onDone }: { pack: PackRead; onDone: () => void }) {
  const { t } = useLingui()
  const textOf = (value: number | null) => (value === null ? '' : String(value))
  const [values, setValues] = useState({
    pack: textOf(pack.pack),
    layer: textOf(pack.layer),
    pallet: textOf(pack.pallet),
    weightKg: textOf(pack.weightKg),
    volumeM3: textOf(pack.volumeM3),
  })
  const { changePack } = useReasonableWrites()
  const names: [keyof typeof values, string][] = [
    ['pack', t`Pieces in a pack`],
    ['layer', t`Pieces on a layer`],
    ['pallet', t`Pieces on a pallet`],
    ['weightKg', t`Weight of a piece, kg`],
    ['volumeM3', t`Volume of a piece, m³`],
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = (text: string) => (text === '' ? null : Number(text))
    changePack.mutate(
      {
        productId: pack.product.id,
        pack: Number(values.pack || 1),
        layer: given(values.layer),
        pallet: given(values.pallet),
        weightKg: given(values.weightKg),
        volumeM3: given(values.volumeM3),
      },
      {
        onSuccess: () => {
          sayDone(t`Packs of ${pack.product.code} kept`)
          onDone()
        },
      },
    )
  }
  return (
    <form className={style.part} onSubmit={submit}>
      <h3>{pack.product.name}</h3>
      <div className={style.fields}>
        {names.map(([key, label]) => (
          <TextInput
            key={key}
            label={label}
            inputMode="decimal"
            value={values[key]}
            onChange={event => setValues(old => ({ ...old, [key]: event.target.value.trim() }))}
          />
        ))}
      </div>
      {changePack.isError && <Failed error={changePack.error} inline />}
      <div className={form.end}>
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        <Button type="submit" loading={changePack.isPending}>
          <Trans>Keep packs</Trans>
        </Button>
      </div>
    </form>
  )
}
