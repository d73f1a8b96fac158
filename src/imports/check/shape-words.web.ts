import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../web/use-format.ts'
import type { DayOrder } from '../day-format.ts'
import type { Encoding } from '../encoding.ts'
import { useKindWords } from '../kind-words.web.ts'
import type { DiscountMeaning, Shape } from '../shape.ts'

/** A file's shape in words. */
export function useShapeWords() {
  const { t } = useLingui()
  const format = useFormat()
  const kinds = useKindWords()
  const encodings: Record<Encoding, string> = {
    'utf-8': 'UTF-8',
    'utf-16le': 'UTF-16',
    'utf-16be': t`UTF-16 (big end first)`,
    gb18030: t`Chinese (GBK)`,
    'windows-1252': t`Western European (1252)`,
  }
  const delimiters = new Map([
    [',', t`Comma`],
    [';', t`Semicolon`],
    ['\t', t`Tab`],
    ['|', t`Pipe`],
  ])
  const dayOrders: Record<DayOrder, string> = {
    dmy: t`Day first`,
    mdy: t`Month first`,
    ymd: t`Year first`,
  }
  const discounts: Record<DiscountMeaning, string> = {
    share: t`A share (0.1)`,
    percent: t`Per cent (10)`,
    amount: t`Money off the line`,
    unit_amount: t`Money off each unit`,
  }
  const formats = { csv: 'CSV', xlsx: 'Excel', parquet: 'Parquet', interchange: 'EDI' } as const
  const file = (shape: Shape) => (shape.gzip ? t`${formats[shape.format]}, gzipped` : formats[shape.format])
  /** "Invoice lines: CSV, UTF-8, comma; days day-month-year; amounts 1,234.56". */
  const sentence = (shape: Shape) =>
    [
      kinds.kind(shape.kind),
      file(shape),
      shape.encoding && encodings[shape.encoding],
      shape.delimiter && (delimiters.get(shape.delimiter) ?? shape.delimiter),
      shape.sheet && t`sheet ${shape.sheet}`,
      shape.headerRow > 0 ? t`names in row ${format.number(shape.headerRow, 0)}` : t`no row of names`,
      t`days: ${dayOrders[shape.dayOrder].toLowerCase()}`,
      shape.decimal === 'comma' ? '1.234,56' : '1,234.56',
    ]
      .filter(Boolean)
      .join(' · ')
  return { encodings, delimiters, dayOrders, discounts, file, sentence }
}
