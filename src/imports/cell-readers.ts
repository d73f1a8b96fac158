import { type DecimalSign, isNothing, plainAmount, readAmount, readQuantity } from './amount-format.ts'
import { currencyOf } from './currency.ts'
import { hundredth } from './exact-decimal.ts'
import { ownText } from './own-text.ts'
import type { DiscountMeaning, Shape } from './shape.ts'

/** Cells repeat; what was hard to read once is remembered, up to a bound. */
export function remembering<Value>(read: (cell: string) => Value): (cell: string) => Value {
  const seen = new Map<string, Value>()
  return cell => {
    const known = seen.get(cell)
    if (known !== undefined) return known
    const value = read(cell)
    if (seen.size >= 20_000) seen.clear()
    seen.set(ownText(cell), value)
    return value
  }
}

export function decimalSignOf(shape: Pick<Shape, 'decimal' | 'decimalOf'>, field: string): DecimalSign {
  return (shape.decimalOf[field] ?? shape.decimal) === 'comma' ? ',' : '.'
}

const plainComma = /^-?\d{1,15},\d{1,12}$/

/** undefined: the cell says nothing; null: it cannot be read. */
export type ReadCell = (cell: string) => string | null | undefined

export function amountCell(decimal: DecimalSign): ReadCell {
  const slow = remembering((cell: string): string | null | undefined => {
    if (isNothing(cell)) return undefined
    const amount = readAmount(cell, decimal)
    return amount && !amount.percent ? amount.value : null
  })
  const dot = decimal === '.'
  return cell => {
    if (dot) {
      if (plainAmount.test(cell)) return cell
    } else if (plainComma.test(cell)) return cell.replace(',', '.')
    return cell === '' ? undefined : slow(cell)
  }
}

export function quantityCell(decimal: DecimalSign): ReadCell {
  const slow = remembering((cell: string): string | null | undefined =>
    isNothing(cell) ? undefined : readQuantity(cell, decimal),
  )
  const dot = decimal === '.'
  return cell => {
    if (dot && plainAmount.test(cell)) return cell
    return cell === '' ? undefined : slow(cell)
  }
}

export type Discount = { share: string | null; amount: string | null; perUnit: boolean; places: number }

/** A discount as a share of the gross amount or as money. */
export function discountCell(
  decimal: DecimalSign,
  meaning: DiscountMeaning,
): (cell: string) => Discount | null | undefined {
  return remembering((cell: string): Discount | null | undefined => {
    if (isNothing(cell)) return undefined
    const read = readAmount(cell, decimal)
    if (!read) return null
    const { value } = read
    const decimals = value.includes('.') ? value.length - value.indexOf('.') - 1 : 0
    if (read.percent || meaning === 'percent')
      return { share: hundredth(value), amount: null, perUnit: false, places: decimals + 2 }
    if (meaning === 'share') return { share: value, amount: null, perUnit: false, places: decimals }
    return { share: null, amount: value, perUnit: meaning === 'unit_amount', places: decimals }
  })
}

/** ISO code; undefined where the cell is empty, null where it names no currency. */
export function currencyCell(): (cell: string) => string | null | undefined {
  return remembering((cell: string) => (isNothing(cell) ? undefined : currencyOf(cell)))
}

const shortened = /^\d(?:[.,]\d+)?E\+?\d{2,3}$/i
const wholeNumber = /\.0+$/

/** A longer code is no code. */
const longestCode = 200

/** undefined: none; null: damaged by a spreadsheet. `whole`: numbers written with ".0" lose it. */
export function codeCell(whole: boolean): ReadCell {
  return cell => {
    const code = cell.trim()
    if (code === '' || isNothing(code)) return undefined
    if (code.length > longestCode || (code.length > 4 && shortened.test(code) && /[.,+]/.test(code))) return null
    return whole ? code.replace(wholeNumber, '') : code
  }
}

/** Text as it stands, without the spaces around it; undefined where it says nothing. */
export function textCell(cell: string): string | undefined {
  const text = cell.trim()
  return text === '' || (text.length < 12 && isNothing(text) && !/^unknown$/i.test(text)) ? undefined : text
}
