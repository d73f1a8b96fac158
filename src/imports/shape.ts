import { z } from 'zod'
import { dayOrders } from './day-format.ts'
import { encodings } from './encoding.ts'
import { importKinds } from './fields.ts'

export const decimalWords = ['dot', 'comma'] as const

/** What a discount column means: a share (0.1), per cent (10), money off the line, or money off each unit. */
export const discountMeanings = ['share', 'percent', 'amount', 'unit_amount'] as const

export type DiscountMeaning = (typeof discountMeanings)[number]

/** How a file is to be read. Columns by field: the position in the record, from 0. */
export const shapeSchema = z.object({
  kind: z.enum(importKinds),
  format: z.enum(['csv', 'xlsx', 'parquet', 'interchange']),
  gzip: z.boolean(),
  encoding: z.enum(encodings).nullable(),
  delimiter: z.string().nullable(),
  newline: z.enum(['\n', '\r']).nullable(),
  sheet: z.string().nullable(),
  /** The record that holds the names, counted from 1; 0 where there is none. */
  headerRow: z.number().int(),
  headers: z.array(z.string()),
  columns: z.record(z.string(), z.number().int()),
  dayOrder: z.enum(dayOrders),
  /** Day columns that hold a spreadsheet's count of days. */
  serialDays: z.array(z.string()),
  decimal: z.enum(decimalWords),
  /** Columns whose decimal sign differs from the file's. */
  decimalOf: z.record(z.string(), z.enum(decimalWords)),
  /** Code columns written as numbers throughout (17850.0), read as 17850. */
  wholeNumbers: z.array(z.string()),
  discount: z.enum(discountMeanings).nullable(),
  /** Currency of all amounts where there is no currency column; null is the base currency. */
  currency: z.string().nullable(),
  /** Currencies of the column, with the number of rows seen. */
  currencies: z.record(z.string(), z.number().int()),
  /** No account column: all rows are of the account that has this code. */
  account: z.string().nullish(),
  /** No document column: one document for each account and day. */
  documentByDay: z.boolean(),
  /** The currency column names foreign currencies alone: rows without one are in the base currency. */
  blankCurrencyIsBase: z.boolean().optional(),
})

export type Shape = z.infer<typeof shapeSchema>

/** What a person, a flag or the memory of a source says about a file, over what was detected. */
export const correctionsSchema = z.object({
  kind: z.enum(importKinds).optional(),
  encoding: z.enum(encodings).optional(),
  delimiter: z.string().min(1).max(1).optional(),
  sheet: z.string().optional(),
  headerRow: z.number().int().min(0).optional(),
  /** Field → header; '' where the field is not in the file. */
  columns: z.record(z.string(), z.string()).optional(),
  dayOrder: z.enum(dayOrders).optional(),
  decimal: z.enum(decimalWords).optional(),
  discount: z.enum(discountMeanings).optional(),
  currency: z.string().length(3).optional(),
  baseCurrency: z.string().length(3).optional(),
  documentByDay: z.boolean().optional(),
  account: z.string().trim().min(1).max(200).optional(),
})

export type Corrections = z.infer<typeof correctionsSchema>

/** Later corrections win, column by column. */
export function mergeCorrections(first: Corrections, then: Corrections): Corrections {
  return { ...first, ...then, columns: { ...first.columns, ...then.columns } }
}
