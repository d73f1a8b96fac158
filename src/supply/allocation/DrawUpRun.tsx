import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { FileDrop } from '../../web/input/FileDrop.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { daysAfter, weekOf } from '../forecast/periods.ts'
import style from './allocation.module.css'
import { useAllocationWrites } from './allocation.web.ts'
import { type GoodsFile, readGoodsFile } from './goods-file.ts'

type Props = { opened: boolean; onClose: () => void; onDrawn: (publicId: string) => void }

/** What is shared, of what: open orders or a file, production of some weeks or the file's own supply. */
export function DrawUpRun({ opened, onClose, onDrawn }: Props) {
  const { t } = useLingui()
  return (
    <DetailDrawer opened={opened} onClose={onClose} title={t`Draw up an allocation`}>
      {opened && <DrawUpForm onDrawn={onDrawn} />}
    </DetailDrawer>
  )
}

function DrawUpForm({ onDrawn }: Pick<Props, 'onDrawn'>) {
  const { t } = useLingui()
  const format = useFormat()
  const { today } = useCompany()
  const { drawUp } = useAllocationWrites()
  const [name, setName] = useState('')
  const [from, setFrom] = useState(weekOf(today))
  const [weeks, setWeeks] = useState(4)
  const [source, setSource] = useState<'orders' | 'file'>('orders')
  const [file, setFile] = useState<{ name: string; said: GoodsFile } | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    setFile(null)
    setFault(null)
    try {
      setFile({ name: chosen.name, said: readGoodsFile(await chosen.text()) })
    } catch (error) {
      setFault((error as Error).message)
    }
  }
  const fromFile = source === 'file'
  const supply = fromFile && file ? file.said.supply : []
  const usual = t`Weeks of ${format.days(from, daysAfter(from, 7 * weeks - 1))}`
  const submit = () =>
    drawUp.mutate(
      {
        name: name.trim() || usual,
        weeks: fromFile && supply.length > 0 ? null : { from: weekOf(from), weeks },
        requests: fromFile ? (file?.said.requests.map(({ tier: _, ...request }) => request) ?? []) : null,
        supply: supply.map(({ product, quantity }) => ({ product, quantity })),
      },
      { onSuccess: run => onDrawn(run.publicId) },
    )
  return (
    <form
      className={style.form}
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <TextInput
        label={t`Name`}
        placeholder={usual}
        value={name}
        maxLength={120}
        onChange={event => setName(event.target.value)}
      />
      <SegmentedControl
        aria-label={t`What is requested`}
        value={source}
        onChange={value => setSource(value as 'orders' | 'file')}
        data={[
          { value: 'orders', label: t`Open signed orders` },
          { value: 'file', label: t`A file` },
        ]}
      />
      {fromFile ? (
        <>
          <FileDrop
            title={t`Drop a CSV or JSON file, or choose one`}
            note={t`Columns account, product, quantity, committed; rows without an account are supply`}
            accept=".csv,.json,.txt"
            onFiles={files => void take(files[0])}
          />
          {file && (
            <p className={style.note} role="status">
              {file.name}: {plural(file.said.requests.length, { one: '# request', other: '# requests' })},{' '}
              {plural(file.said.supply.length, { one: 'supply of # product', other: 'supply of # products' })}
            </p>
          )}
          {fault && (
            <p className={style.warning} role="alert">
              {fault}
            </p>
          )}
        </>
      ) : (
        <p className={style.note}>
          <Trans>Signed lines that are not shipped. What was confirmed or allocated before counts as promised.</Trans>
        </p>
      )}
      {!(fromFile && supply.length > 0) && (
        <div className={style.pair}>
          <TextInput
            type="date"
            label={t`Production from the week of`}
            value={from}
            onChange={event => setFrom(event.target.value || weekOf(today))}
          />
          <NumberInput
            label={t`Weeks`}
            min={1}
            max={52}
            allowDecimal={false}
            value={weeks}
            onChange={value => setWeeks(Number(value) || 1)}
          />
        </div>
      )}
      {drawUp.isError && <Failed error={drawUp.error} inline />}
      <Button type="submit" loading={drawUp.isPending} disabled={fromFile && !file}>
        <Trans>Draw up as a draft</Trans>
      </Button>
      <p className={style.note}>
        <Trans>Nothing is promised to anybody until the draft is released.</Trans>
      </p>
    </form>
  )
}
