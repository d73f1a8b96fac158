import { parseArgs } from 'node:util'
import { currencyOf } from './currency.ts'
import { dayOrders } from './day-format.ts'
import { encodingNamed } from './encoding.ts'
import { importKinds } from './fields.ts'
import { type Corrections, decimalWords, discountMeanings } from './shape.ts'

export type ImportArguments = {
  file: string
  source: string
  dryRun: boolean
  json: boolean
  createAccounts: boolean
  createProducts: boolean
  wait: number | undefined
  corrections: Corrections
}

/** A word on the command line that is not one of those allowed. */
export class UsageError extends Error {}

function oneOf<Word extends string>(name: string, value: string | undefined, words: readonly Word[]): Word | undefined {
  if (value === undefined) return undefined
  const found = words.find(word => word === value.toLowerCase())
  if (!found) throw new UsageError(`--${name} is one of ${words.join(', ')}; “${value}” is not.`)
  return found
}

const delimiterWords: Record<string, string> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' }

const text = { type: 'string' } as const
const flag = { type: 'boolean', default: false } as const

/** The words of `vitalfew import`. Throws UsageError, or node's own error for an unknown flag. */
export function readImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      kind: text,
      source: text,
      column: { type: 'string', multiple: true, default: [] },
      'date-order': text,
      'dry-run': flag,
      json: flag,
      encoding: text,
      delimiter: text,
      decimal: text,
      currency: text,
      'base-currency': text,
      sheet: text,
      'header-row': text,
      discount: text,
      'document-by-day': flag,
      account: text,
      create: text,
      wait: text,
    },
  })
  if (positionals.length !== 1)
    throw new UsageError(positionals.length === 0 ? 'Which file? vitalfew import FILE' : 'One file at a time.')
  const create = oneOf('create', values.create, ['all', 'none', 'accounts', 'products']) ?? 'all'
  return {
    file: positionals[0]!,
    source: values.source?.trim() || 'main',
    dryRun: values['dry-run'],
    json: values.json,
    createAccounts: create === 'all' || create === 'accounts',
    createProducts: create === 'all' || create === 'products',
    wait: values.wait === undefined ? undefined : wholeNumber('wait', values.wait),
    corrections: withoutUndefined({
      kind: oneOf('kind', values.kind, importKinds),
      encoding: encodingOf(values.encoding),
      delimiter:
        values.delimiter === undefined
          ? undefined
          : (delimiterWords[values.delimiter.toLowerCase()] ?? values.delimiter.slice(0, 1)),
      sheet: values.sheet,
      headerRow: values['header-row'] === undefined ? undefined : wholeNumber('header-row', values['header-row']),
      columns: values.column.length > 0 ? columnsOf(values.column) : undefined,
      dayOrder: oneOf('date-order', values['date-order'], dayOrders),
      decimal: oneOf('decimal', values.decimal, decimalWords),
      discount: oneOf('discount', values.discount, discountMeanings),
      currency: currency('currency', values.currency),
      baseCurrency: currency('base-currency', values['base-currency']),
      documentByDay: values['document-by-day'] || undefined,
      account: values.account?.trim() || undefined,
    }),
  }
}

function withoutUndefined(corrections: Corrections): Corrections {
  return Object.fromEntries(Object.entries(corrections).filter(([, value]) => value !== undefined))
}

function columnsOf(said: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    said.map(each => {
      const at = each.indexOf('=')
      if (at < 1) throw new UsageError(`--column is written field=Header; “${each}” is not.`)
      // accountName, "account name" and account-name are account_name.
      const field = each
        .slice(0, at)
        .trim()
        .replace(/([a-z])([A-Z])/g, '$1_$2')
        .toLowerCase()
        .replace(/[\s-]+/g, '_')
      return [field, each.slice(at + 1).trim()]
    }),
  )
}

function encodingOf(said: string | undefined) {
  if (said === undefined) return undefined
  const encoding = encodingNamed(said)
  if (!encoding) throw new UsageError(`--encoding is one of utf-8, utf-16, cp1252, gbk; “${said}” is not.`)
  return encoding
}

function currency(name: string, said: string | undefined): string | undefined {
  if (said === undefined) return undefined
  const code = currencyOf(said)
  if (!code) throw new UsageError(`--${name} is a code of ISO 4217, like EUR; “${said}” is not.`)
  return code
}

function wholeNumber(name: string, said: string): number {
  if (!/^\d{1,9}$/.test(said)) throw new UsageError(`--${name} is a whole number; “${said}” is not.`)
  return Number(said)
}
