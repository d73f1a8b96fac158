import { useLingui } from '@lingui/react/macro'
import { type AmountForm, isNegative } from '../format.ts'
import { useFormat } from '../use-format.ts'
import style from './figures.module.css'

type Props = {
  /** Exact decimal string; null is unknown. */
  value: string | null
  /** whole (default) in tables, compact in tiles, exact where it must agree with a document. */
  form?: AmountForm
  /** ISO code; the company's base currency when left out; null shows no sign (the unit stands in the header). */
  currency?: string | null
  /** Why it is unknown: "No cost in the ledger". */
  unknown?: string
  /** Negative without the loss colour, for differences that are neither good nor bad. */
  plain?: boolean
}

/**
 * Money. Hover or focus shows the exact amount; a loss has the loss colour and a true minus; unknown is "–".
 *
 *     <Amount value={row.contribution} currency={null} unknown={t`No cost in the ledger`} />
 */
export function Amount({ value, form = 'whole', currency, unknown, plain }: Props) {
  const format = useFormat()
  if (value === null) return <Unknown reason={unknown} />
  const shown = format.amount(value, form, currency)
  const exact = format.amount(value, 'exact', currency === null ? null : currency)
  const tone = !plain && isNegative(value) ? `figures ${style.loss}` : 'figures'
  return (
    <span className={tone} data-hint={form === 'exact' || exact === shown ? undefined : exact}>
      {shown}
    </span>
  )
}

/** A figure that cannot be known: "–", with the reason on hover. Never 0. */
export function Unknown({ reason }: { reason?: string }) {
  const { t } = useLingui()
  const words = reason ?? t`Unknown`
  return (
    <span className={style.unknown} data-hint={words}>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}

/** A share of one (0.667 → 66.7%). `signed` for growth: plus in the profit colour, minus in the loss colour. */
export function Share({
  value,
  signed,
  unknown,
}: {
  value: number | string | null
  signed?: boolean
  unknown?: string
}) {
  const format = useFormat()
  if (value === null) return <Unknown reason={unknown} />
  const tone = Number(value) < 0 ? style.loss : signed && Number(value) > 0 ? style.profit : ''
  return <span className={`figures ${tone}`}>{format.share(value, signed)}</span>
}
