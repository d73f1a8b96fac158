import { takeApart } from './amount-format.ts'
import {
  amountCell,
  codeCell,
  currencyCell,
  type Discount,
  decimalSignOf,
  discountCell,
  quantityCell,
  type ReadCell,
  remembering,
} from './cell-readers.ts'
import { dayReader } from './day-format.ts'
import { add, isNegative, isZero, multiply, negate, places, subtract } from './exact-decimal.ts'
import { kindOfWord, type LineKind } from './line-kind.ts'
import type { Reason } from './reasons.ts'
import type { Shape } from './shape.ts'

/** An invoice line as its file says it; amounts in `currency` (null: the file's own, or base). */
export type InvoiceLine = {
  account: string
  document: string
  line: string | null
  day: string
  product: string | null
  quantity: string | null
  unitPrice: string | null
  net: string
  cost: string | null
  currency: string | null
  kind: LineKind
  netContradicts: boolean
  costContradicts: boolean
  signCorrected: boolean
}

/** Why a row is no line, and the field at fault. */
export type Problem = { reason: Reason; field: string | null }

const problems = new Map<string, Problem>()

/** One object for each reason and field: problems are compared, counted and never changed. */
export function problem(reason: Reason, field: string | null): Problem {
  const key = `${reason} ${field}`
  const found = problems.get(key) ?? { reason, field }
  problems.set(key, found)
  return found
}

export function isProblem(mapped: object): mapped is Problem {
  return 'reason' in mapped
}

const nothing: ReadCell = () => undefined

/**
 * The rule from a row to an invoice line, made once for a shape. Derived where absent: net = quantity · unit price ·
 * (1 − discount), or cost + margin; cost = net − margin, or unit cost · quantity. A given value wins over a derived
 * one; where they differ by more than the rounding of what was given, the line is flagged.
 */
export function invoiceMapper(shape: Shape): (cells: readonly string[]) => InvoiceLine | Problem {
  const { columns } = shape
  const at = (field: string) => columns[field] ?? -1
  const code = (field: string) => (at(field) < 0 ? nothing : codeCell(shape.wholeNumbers.includes(field)))
  const amount = (field: string) => (at(field) < 0 ? nothing : amountCell(decimalSignOf(shape, field)))

  const [account, document, line, product] = [code('account'), code('document'), code('line'), code('product')]
  const [accountAt, documentAt, lineAt, productAt, dayAt] = [
    at('account'),
    at('document'),
    at('line'),
    at('product'),
    at('day'),
  ]
  const day = dayReader({ order: shape.dayOrder, serial: shape.serialDays.includes('day') })
  const quantity = at('quantity') < 0 ? nothing : quantityCell(decimalSignOf(shape, 'quantity'))
  const [price, net, cost, unitCost, margin] = [
    amount('unit_price'),
    amount('net'),
    amount('cost'),
    amount('unit_cost'),
    amount('margin'),
  ]
  const [quantityAt, priceAt, netAt, costAt, unitCostAt, marginAt] = [
    at('quantity'),
    at('unit_price'),
    at('net'),
    at('cost'),
    at('unit_cost'),
    at('margin'),
  ]
  const discountField = ['discount_rate', 'discount', 'discount_amount'].find(field => at(field) >= 0)
  const discountAt = discountField ? at(discountField) : -1
  const discount = discountField
    ? discountCell(
        decimalSignOf(shape, discountField),
        discountField === 'discount_amount'
          ? shape.discount === 'unit_amount'
            ? 'unit_amount'
            : 'amount'
          : (shape.discount ?? 'share'),
      )
    : () => undefined
  const currencyAt = at('currency')
  const currency = currencyCell()
  // Several currencies and no column for them: the sign beside each amount says it.
  const signAt = currencyAt < 0 && Object.keys(shape.currencies).length > 1 ? (netAt >= 0 ? netAt : priceAt) : -1
  const signOf = remembering((cell: string) => takeApart(cell)?.currency ?? null)
  const kindAt = at('kind')
  const isBillingType = /^(?:fkart|billingtype)$/i.test((shape.headers[kindAt] ?? '').replace(/\s/g, ''))
  const kind = remembering((cell: string) => kindOfWord(cell, isBillingType))
  const { documentByDay } = shape

  return cells => {
    const accountCode = account(cells[accountAt] ?? '')
    if (accountCode === undefined) return problem('account_missing', 'account')
    if (accountCode === null) return problem('account_unreadable', 'account')
    const dayCell = cells[dayAt] ?? ''
    let documentCode = documentByDay && documentAt < 0 ? undefined : document(cells[documentAt] ?? '')
    if (documentCode === null) return problem('document_unreadable', 'document')
    if (documentCode === undefined && !(documentByDay && documentAt < 0)) return problem('document_missing', 'document')
    const dayText = day(dayCell)
    if (dayText === null) return problem(missingDay(dayCell) ? 'day_missing' : 'day_unreadable', 'day')
    documentCode ??= dayText
    const productCode = product(cells[productAt] ?? '')
    if (productCode === null) return problem('product_unreadable', 'product')

    const quantityText = quantity(cells[quantityAt] ?? '')
    if (quantityText === null) return problem('quantity_unreadable', 'quantity')
    const priceText = price(cells[priceAt] ?? '')
    if (priceText === null) return problem('amount_unreadable', 'unit_price')
    const discounted = discountAt < 0 ? undefined : discount(cells[discountAt] ?? '')
    if (discounted === null) return problem('discount_unreadable', discountField!)
    const netText = net(cells[netAt] ?? '')
    if (netText === null) return problem('amount_unreadable', 'net')
    const costText = cost(cells[costAt] ?? '')
    if (costText === null) return problem('amount_unreadable', 'cost')
    const unitCostText = unitCost(cells[unitCostAt] ?? '')
    if (unitCostText === null) return problem('amount_unreadable', 'unit_cost')
    const marginText = margin(cells[marginAt] ?? '')
    if (marginText === null) return problem('amount_unreadable', 'margin')

    let currencyCode: string | null = null
    if (currencyAt >= 0) {
      const named = currency(cells[currencyAt] ?? '')
      if (!named && !(named === undefined && shape.blankCurrencyIsBase))
        return problem(named === undefined ? 'currency_missing' : 'currency_unreadable', 'currency')
      currencyCode = named ?? null
    }

    if (signAt >= 0) currencyCode = signOf(cells[signAt] ?? '')

    let netAmount = netText
    let netContradicts = false
    if (quantityText !== undefined && priceText !== undefined) {
      if (netAmount === undefined) netAmount = derivedNet(quantityText, priceText, discounted)
      else netContradicts = contradicts(netAmount, quantityText, priceText, discounted)
    }
    if (netAmount === undefined && costText !== undefined && marginText !== undefined)
      netAmount = add(costText, marginText)
    if (netAmount === undefined) return problem('amount_missing', 'net')

    let costAmount = costText
    let costContradicts = false
    if (marginText !== undefined) {
      if (costAmount === undefined) costAmount = subtract(netAmount, marginText)
      else costContradicts = differs(costAmount, subtract(netAmount, marginText), places(netAmount), places(marginText))
    } else if (unitCostText !== undefined && quantityText !== undefined) {
      if (costAmount === undefined) costAmount = multiply(unitCostText, quantityText)
      else costContradicts = contradicts(costAmount, quantityText, unitCostText, undefined)
    }

    let quantityAmount = quantityText
    let kindName: LineKind | null = kindAt < 0 ? null : kind(cells[kindAt] ?? '')
    let signCorrected = false
    const negative = isNegative(netAmount) || (quantityAmount !== undefined && isNegative(quantityAmount))
    if (kindName === 'return' && !negative && !isZero(netAmount)) {
      // Credit notes are often written without a sign.
      signCorrected = true
      netAmount = negate(netAmount)
      if (costAmount !== undefined && !isNegative(costAmount)) costAmount = negate(costAmount)
      if (quantityAmount !== undefined) quantityAmount = negate(quantityAmount)
    } else if (kindName === null || kindName === 'sale') {
      if (negative) kindName = 'return'
      else kindName = isZero(netAmount) && quantityAmount !== undefined && !isZero(quantityAmount) ? 'free' : 'sale'
    }
    // What was given away has a price and costs nothing.
    if (kindName === 'free' && kindAt >= 0 && isZero(netAmount) && kind(cells[kindAt] ?? '') === 'free')
      netContradicts = false
    return {
      account: accountCode,
      document: documentCode,
      line: lineAt < 0 ? null : (line(cells[lineAt] ?? '') ?? null),
      day: dayText,
      product: productCode ?? null,
      quantity: quantityAmount ?? null,
      unitPrice: priceText ?? null,
      net: netAmount,
      cost: costAmount ?? null,
      currency: currencyCode,
      kind: kindName,
      netContradicts,
      costContradicts,
      signCorrected,
    }
  }
}

function missingDay(cell: string): boolean {
  return /^\s*(?:[-–—]|n\/?a|#n\/a|null|none|nat|nan|0|0000-00-00.*|00000000|无|空)?\s*$/i.test(cell)
}

/** Exact: quantity · price, less the discount. */
function derivedNet(quantity: string, price: string, discount: Discount | undefined): string {
  const gross = multiply(quantity, price)
  if (!discount) return gross
  if (discount.share !== null) return isZero(discount.share) ? gross : multiply(gross, subtract('1', discount.share))
  const money = isNegative(discount.amount!) ? negate(discount.amount!) : discount.amount!
  if (discount.perUnit) return subtract(gross, multiply(money, quantity))
  // Off the size of the amount, whichever signs the two carry.
  return isNegative(gross) ? add(gross, money) : subtract(gross, money)
}

/** Half a unit of the last place of what was given. */
function half(decimals: number): number {
  return 0.5 * 10 ** -decimals
}

/**
 * Whether an amount differs from quantity · price less discount by more than the rounding of all that was given.
 * Doubles screen the many lines that agree; only a seeming contradiction is computed exactly.
 */
function contradicts(given: string, quantity: string, price: string, discount: Discount | undefined): boolean {
  const [q, p] = [Math.abs(Number(quantity)), Math.abs(Number(price))]
  // Prices are rounded to cents at the coarsest: "5" is 5.00.
  let tolerance = half(places(given)) + half(Math.max(2, places(price))) * q
  if (quantity.includes('.')) tolerance += half(places(quantity)) * p
  if (discount) {
    const rounding = half(discount.places)
    tolerance +=
      discount.share !== null ? (isZero(discount.share) ? 0 : rounding * q * p) : rounding * (discount.perUnit ? q : 1)
  } else if (Math.abs(Number(given) - Number(quantity) * Number(price)) <= tolerance) return false
  const derived = derivedNet(quantity, price, discount)
  return Math.abs(Number(subtract(given, derived))) > tolerance * (1 + 1e-9)
}

function differs(given: string, derived: string, ...decimals: number[]): boolean {
  const tolerance = half(places(given)) + decimals.reduce((sum, each) => sum + half(Math.max(2, each)), 0)
  return Math.abs(Number(subtract(given, derived))) > tolerance * (1 + 1e-9)
}
