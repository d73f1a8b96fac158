import { useLingui } from '@lingui/react/macro'
import { NumberInput, Select, TextInput } from '@mantine/core'
import { useCompany } from '../../web/session.ts'
import { currencyChoices } from '../../web/settings/currencies.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { type DayOrder, dayOrders, readDay } from '../day-format.ts'
import { encodings } from '../encoding.ts'
import { fieldsOf, type ImportKind } from '../fields.ts'
import { useKindWords } from '../kind-words.web.ts'
import { type Corrections, discountMeanings, type Shape } from '../shape.ts'
import style from './ShapeFields.module.css'
import { useShapeWords } from './shape-words.web.ts'

type Props = {
  shape: Shape
  /** A day as it stands in the file, to show what each order makes of it. */
  dayExample: string | null
  pending: boolean
  onCorrect: (corrections: Corrections) => void
}

/** How the file is read: every answer of the detection, each to be corrected in its place. */
export function ShapeFields({ shape, dayExample, pending, onCorrect }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const kinds = useKindWords()
  const words = useShapeWords()
  const { baseCurrency } = useCompany()
  const has = (field: string) => shape.columns[field] !== undefined
  const days = fieldsOf[shape.kind].some(({ name, type }) => type === 'day' && has(name))
  const amounts = shape.kind !== 'accounts' && shape.kind !== 'contacts'
  const ofMoney = ['invoices', 'costs', 'products', 'installed', 'deliveries'].includes(shape.kind)
  const dayWords = (order: DayOrder) => {
    const day = dayExample ? readDay(dayExample, { order, serial: true }) : null
    return day ? t`${words.dayOrders[order]}: ${format.day(day)}` : words.dayOrders[order]
  }
  return (
    <div className={style.fields}>
      <Select
        label={t`Kind`}
        disabled={pending}
        value={shape.kind}
        data={kinds.kinds}
        onChange={kind => kind !== shape.kind && onCorrect({ kind: kind as ImportKind })}
      />
      {shape.format === 'csv' && (
        <>
          <Select
            label={t`Encoding`}
            disabled={pending}
            value={shape.encoding}
            data={encodings.map(value => ({ value, label: words.encodings[value] }))}
            onChange={value => value !== shape.encoding && onCorrect({ encoding: value as Shape['encoding'] & string })}
          />
          <Select
            label={t`Columns are separated by`}
            disabled={pending}
            value={shape.delimiter}
            data={[...new Set([...words.delimiters.keys(), shape.delimiter!])].map(value => ({
              value,
              label: words.delimiters.get(value) ?? value,
            }))}
            onChange={value => value !== shape.delimiter && onCorrect({ delimiter: value! })}
          />
        </>
      )}
      {shape.format === 'xlsx' && (
        <TextInput
          key={shape.sheet}
          label={t`Sheet`}
          disabled={pending}
          defaultValue={shape.sheet ?? ''}
          onBlur={event => {
            const sheet = event.currentTarget.value.trim()
            if (sheet && sheet !== shape.sheet) onCorrect({ sheet })
          }}
          onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
        />
      )}
      {shape.format !== 'parquet' && (
        <NumberInput
          key={`row ${shape.headerRow}`}
          label={t`Row with the column names`}
          disabled={pending}
          min={0}
          max={200}
          allowDecimal={false}
          hideControls
          defaultValue={shape.headerRow}
          onBlur={event => {
            const row = Number(event.currentTarget.value)
            if (Number.isSafeInteger(row) && row >= 0 && row !== shape.headerRow) onCorrect({ headerRow: row })
          }}
          onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
        />
      )}
      {days && (
        <Select
          label={t`Days are written`}
          disabled={pending}
          value={shape.dayOrder}
          data={dayOrders.map(value => ({ value, label: dayWords(value) }))}
          onChange={value => value !== shape.dayOrder && onCorrect({ dayOrder: value as DayOrder })}
        />
      )}
      {amounts && (
        <Select
          label={t`Amounts are written`}
          disabled={pending}
          value={shape.decimal}
          data={[
            { value: 'dot', label: '1,234.56' },
            { value: 'comma', label: '1.234,56' },
          ]}
          onChange={value => value !== shape.decimal && onCorrect({ decimal: value as Shape['decimal'] })}
        />
      )}
      {shape.discount !== null && (
        <Select
          label={t`The discount is`}
          disabled={pending}
          value={shape.discount}
          data={discountMeanings.map(value => ({ value, label: words.discounts[value] }))}
          onChange={value => value !== shape.discount && onCorrect({ discount: value as Corrections['discount'] })}
        />
      )}
      {ofMoney && !has('currency') && Object.keys(shape.currencies).length < 2 && (
        <Select
          label={t`Currency of the amounts`}
          disabled={pending}
          searchable
          value={shape.currency ?? baseCurrency}
          data={currencyChoices(language, t`The company’s own`)}
          onChange={value => {
            if (value && value !== 'XXX' && value !== (shape.currency ?? baseCurrency)) onCorrect({ currency: value })
          }}
        />
      )}
    </div>
  )
}
