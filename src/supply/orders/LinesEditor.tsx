import { useLingui } from '@lingui/react/macro'
import { ActionIcon, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { ProductSelect } from '../../products/ProductSelect.tsx'
import style from './orders.module.css'
import { isQuantity } from './orders.web.ts'

/** A line as it is typed; an empty price is the price in force. */
export type TypedLine = {
  product: { id: number; code: string; name: string }
  quantity: string
  unitPrice: string
}

export const lineFits = ({ quantity, unitPrice }: TypedLine) =>
  isQuantity(quantity) && (unitPrice === '' || isQuantity(unitPrice))

type Props = { lines: TypedLine[]; currency: string; onChange: (lines: TypedLine[]) => void }

/** Lines of an order: product after product, quantity and price of each. */
export function LinesEditor({ lines, currency, onChange }: Props) {
  const { t } = useLingui()
  const change = (id: number, part: Partial<TypedLine>) =>
    onChange(lines.map(line => (line.product.id === id ? { ...line, ...part } : line)))
  const sign = currency === 'XXX' ? '' : ` ${currency}`
  return (
    <>
      <ul className={style.lines}>
        {lines.map(({ product, quantity, unitPrice }) => (
          <li key={product.id} className={style.line}>
            <div className={style.product}>
              <span className={style.who}>{product.name}</span>
              <span className={style.quiet}>{product.code}</span>
            </div>
            <TextInput
              label={t`Quantity`}
              aria-label={t`Quantity of ${product.name}`}
              inputMode="decimal"
              error={!isQuantity(quantity)}
              value={quantity}
              onChange={event => change(product.id, { quantity: event.target.value.trim() })}
            />
            <TextInput
              label={`${t`Unit price`}${sign}`}
              aria-label={t`Unit price of ${product.name}`}
              placeholder={t({ message: 'in force', context: 'price' })}
              inputMode="decimal"
              error={unitPrice !== '' && !isQuantity(unitPrice)}
              value={unitPrice}
              onChange={event => change(product.id, { unitPrice: event.target.value.trim() })}
            />
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t`Take out ${product.name}`}
              onClick={() => onChange(lines.filter(line => line.product.id !== product.id))}
            >
              <IconX size={16} stroke={1.6} aria-hidden="true" />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <ProductSelect
        label={t`Add a product`}
        except={lines.map(line => line.product.id)}
        onChoose={product => onChange([...lines, { product, quantity: '1', unitPrice: '' }])}
      />
    </>
  )
}
