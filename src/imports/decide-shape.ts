import type { DecimalSign } from './amount-format.ts'
import { type ColumnEvidence, decideDayOrder, decideDecimal } from './column-evidence.ts'
import { currencyOf } from './currency.ts'
import type { ImportKind } from './fields.ts'
import { readHeader } from './header-name.ts'
import type { Question } from './question.ts'
import type { Corrections, DiscountMeaning, Shape } from './shape.ts'

/** The evidence of a file's columns, by field. */
export type Evidence = Map<string, ColumnEvidence>

type Numbers = Pick<Shape, 'dayOrder' | 'serialDays' | 'decimal' | 'decimalOf' | 'wholeNumbers'>

const dayFlags = { dmy: '--date-order dmy', mdy: '--date-order mdy', ymd: '--date-order ymd' } as const

/** How days, amounts and codes are written, from the whole of their columns. */
export function decideNumbers(
  kind: ImportKind,
  evidence: Evidence,
  corrections: Corrections,
  /** `typed`: the format itself knows numbers. `delimiter`: of a text. */
  file: { typed: boolean; delimiter: string | null },
  /** Days that no field takes: where the file's own leave the order open, these may show it. */
  otherDays: readonly ColumnEvidence[] = [],
): { numbers: Numbers; questions: Question[] } {
  const questions: Question[] = []
  const days = [...evidence].filter(([, column]) => column.type === 'day')
  const own = days.map(([, column]) => column)
  const alone = decideDayOrder(own)
  const { order, open } = alone.open ? decideDayOrder([...own, ...otherDays]) : alone
  const dayOrder = corrections.dayOrder ?? order
  if (open && !corrections.dayOrder) {
    const [field, column] = days.find(([, each]) => each.orders.size > 0)!
    const orders = (['dmy', 'mdy', 'ymd'] as const).filter(each =>
      [...column.orders.keys()].some(key => key.includes(each)),
    )
    questions.push({
      code: 'date_order',
      kind,
      field,
      examples: column.examples,
      choices: orders.map(each => ({ value: each, flag: dayFlags[each], example: null })),
    })
  }
  const decimals = decideDecimals(kind, evidence, corrections, file)
  if (decimals.question) questions.push(decimals.question)
  return {
    numbers: {
      dayOrder,
      serialDays: days.filter(([, column]) => column.isSerial).map(([field]) => field),
      decimal: decimals.decimal,
      decimalOf: decimals.decimalOf,
      wholeNumbers: [...evidence]
        .filter(([, column]) => column.type === 'code' && column.isWholeNumbers)
        .map(([field]) => field),
    },
    questions,
  }
}

const decimalName = (sign: DecimalSign) => (sign === '.' ? ('dot' as const) : ('comma' as const))

function decideDecimals(
  kind: ImportKind,
  evidence: Evidence,
  corrections: Corrections,
  file: { typed: boolean; delimiter: string | null },
) {
  const decimalOf: Shape['decimalOf'] = {}
  if (corrections.decimal) return { decimal: corrections.decimal, decimalOf, question: null }
  const decided = new Map<string, DecimalSign | 'open'>()
  for (const [field, column] of evidence) {
    if (column.type !== 'amount' && column.type !== 'number' && column.type !== 'rate') continue
    const sign = decideDecimal(column)
    if (sign) decided.set(field, sign)
  }
  const votes = [...decided.values()]
  const dots = votes.filter(vote => vote === '.').length
  const commas = votes.filter(vote => vote === ',').length
  // A comma between cells is no decimal sign within them, unless every such cell is quoted.
  const byDelimiter = (column: ColumnEvidence): DecimalSign | null =>
    file.delimiter === ',' && column.decimalExamples.every(cell => !cell.includes(',')) ? '.' : null
  const main: DecimalSign | null = dots > 0 && commas === 0 ? '.' : commas > 0 && dots === 0 ? ',' : null
  const decimal = main ?? (file.typed || dots >= commas ? '.' : ',')
  let question: Question | null = null
  for (const [field, sign] of decided) {
    const column = evidence.get(field)!
    let settled: DecimalSign | null = sign === 'open' ? null : sign
    const onlyEither = column.decimals['.'] === 0 && column.decimals[','] === 0
    // Exchange rates have no thousands worth grouping.
    if (!settled && onlyEither && kind === 'rates') settled = column.decimalExamples[0]?.includes(',') ? ',' : '.'
    if (!settled && onlyEither) settled = main ?? (file.typed ? '.' : byDelimiter(column))
    if (!settled && file.typed) settled = '.'
    if (!settled) {
      question ??= {
        code: 'decimal',
        kind,
        field,
        examples: column.decimalExamples.length ? column.decimalExamples : column.examples,
        choices: [
          { value: 'dot', flag: '--decimal dot', example: '1,234.5' },
          { value: 'comma', flag: '--decimal comma', example: '1.234,5' },
        ],
      }
      continue
    }
    if (settled !== decimal) decimalOf[field] = decimalName(settled)
  }
  return { decimal: decimalName(decimal), decimalOf, question }
}

/** The currency of a file without a currency column: from a header ("Net (EUR)") or from signs beside the amounts. */
export function decideCurrency(
  headers: readonly string[],
  columns: Readonly<Record<string, number>>,
  evidence: Evidence,
): string | null {
  for (const field of ['net', 'amount', 'unit_price', 'cost', 'list_price', 'value', 'freight']) {
    const at = columns[field]
    const unit = at === undefined ? null : readHeader(headers[at]!).unit
    const currency = unit ? currencyOf(unit) : null
    if (currency) return currency
  }
  const signs = new Set<string>()
  for (const column of evidence.values())
    if (column.type === 'amount') for (const sign of column.currencies.keys()) signs.add(sign)
  return signs.size === 1 ? [...signs][0]! : null
}

/**
 * What a discount column means. Where the net is known too, the meaning under which quantity, price and discount
 * explain it best; else per cent signs, the header and the size say it, or it is a question.
 */
export function decideDiscount(
  field: 'discount' | 'discount_rate',
  column: ColumnEvidence,
  explained: Readonly<Record<DiscountMeaning, number>> | null,
  header: string,
): DiscountMeaning | null {
  if (explained) {
    const ranked = (Object.keys(explained) as DiscountMeaning[]).toSorted(
      (one, other) => explained[other] - explained[one],
    )
    const best = ranked[0]!
    if (explained[best] > 0.8 && explained[best] > explained[ranked[1]!] + 0.05) return best
  }
  if (column.filled === 0) return 'share'
  if (column.percent > 0) return 'percent'
  if (field === 'discount_rate') {
    if (column.largest <= 1) return 'share'
    return 'percent'
  }
  if (/%|percent|pct/i.test(header)) return column.largest < 1 ? 'share' : 'percent'
  if (column.largest === 0) return 'share'
  if (column.largest < 1) return 'share'
  if (column.largest > 100) return 'amount'
  return explained ? 'percent' : null
}

/**
 * The company's currency where none is set: the only one of the file, or the only one without an imported rate, or
 * the one of most rows. Null where the file does not say; 'open' where several could be meant.
 */
export function decideBaseCurrency(
  currencies: Readonly<Record<string, number>>,
  withRates: ReadonlySet<string>,
): string | null | 'open' {
  const names = Object.keys(currencies)
  if (names.length === 0) return null
  if (names.length === 1) return names[0]!
  const withoutRates = names.filter(name => !withRates.has(name))
  if (withoutRates.length === 1) return withoutRates[0]!
  const total = names.reduce((sum, name) => sum + currencies[name]!, 0)
  return names.find(name => currencies[name]! > total / 2) ?? 'open'
}

export function discountQuestion(kind: ImportKind, field: string, column: ColumnEvidence): Question {
  return {
    code: 'discount',
    kind,
    field,
    examples: column.examples,
    choices: (['share', 'percent', 'amount', 'unit_amount'] as const).map(value => ({
      value,
      flag: `--discount ${value}`,
      example: null,
    })),
  }
}

export function baseCurrencyQuestion(kind: ImportKind, currencies: Readonly<Record<string, number>>): Question {
  const names = Object.keys(currencies).toSorted((one, other) => currencies[other]! - currencies[one]!)
  return {
    code: 'base_currency',
    kind,
    field: 'currency',
    examples: [names.join(', ')],
    choices: names.map(name => ({ value: name, flag: `--base-currency ${name}`, example: null })),
  }
}
