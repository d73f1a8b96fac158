import { useLingui } from '@lingui/react/macro'
import { measureMeaning, measureName, unknownReason } from '../../identify/measure-words.ts'
import { useStanding } from '../../identify/standing/use-standing.web.ts'
import { useMonths } from '../../ledger/account/months.web.ts'
import { growthOf, sumMonths, windowBefore } from '../../ledger/month-sums.ts'
import { Amount, Share, Unknown } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import type { Days } from '../../web/input/window.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { useFormat } from '../../web/use-format.ts'

type Props = {
  accountId: number
  days: Days | null
  /** The whole ledger is shown: there is nothing before it to compare with. */
  whole: boolean
}

/** The account's figures of the window, against the same number of days before. */
export function AccountTiles({ accountId, days, whole }: Props) {
  const { t } = useLingui()
  const { language } = useFormat()
  const months = useMonths(accountId, days)
  const earlier = useMonths(accountId, days && !whole ? windowBefore(days) : null)
  if (months.isError) return <Failed error={months.error} onRetry={months.refetch} inline />
  const now = months.data && sumMonths(months.data.items)
  const before = whole || !earlier.data ? null : sumMonths(earlier.data.items)
  const noCost = unknownReason('cost', language)
  const tile = (key: 'revenue' | 'margin' | 'costToServe' | 'contribution') => ({
    label: measureName(key, language),
    hint: measureMeaning(key, language),
    loading: now === undefined,
    note: <Change now={now?.[key] ?? null} before={before?.[key] ?? null} />,
  })
  return (
    <Tiles>
      <FigureTile {...tile('revenue')}>
        <Amount value={now?.revenue ?? null} form="compact" />
      </FigureTile>
      <FigureTile {...tile('margin')}>
        <Amount value={now?.margin ?? null} form="compact" unknown={noCost} />
      </FigureTile>
      <FigureTile {...tile('costToServe')}>
        <Amount value={now?.costToServe ?? null} form="compact" />
      </FigureTile>
      <FigureTile {...tile('contribution')}>
        <Amount value={now?.contribution ?? null} form="compact" unknown={noCost} />
      </FigureTile>
      <FigureTile
        label={measureName('marginRate', language)}
        hint={measureMeaning('marginRate', language)}
        loading={now === undefined}
        note={
          before?.marginRate != null && (
            <>
              <Share value={before.marginRate} /> {t`before`}
            </>
          )
        }
      >
        <Share value={now?.marginRate ?? null} unknown={noCost} />
      </FigureTile>
      <Silence accountId={accountId} />
    </Tiles>
  )
}

/** "+7.1% on the days before"; nothing where there was nothing to grow from. */
function Change({ now, before }: { now: string | null; before: string | null }) {
  const { t } = useLingui()
  if (now === null || before === null) return ' '
  const growth = growthOf(now, before)
  if (growth === null) return t`nothing to compare with`
  return (
    <>
      <Share value={growth} signed /> {t`on the days before`}
    </>
  )
}

/** Days since the last order against the account's own rhythm. */
function Silence({ accountId }: { accountId: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const standing = useStanding(accountId)
  const of = (key: string) => standing.data?.measures.find(each => each.measure === key)
  const days = of('daysSinceLastOrder')
  const silence = of('silence')
  const rhythm =
    days?.value && silence?.value && Number(silence.value) > 0
      ? format.number(Number(days.value) / Number(silence.value), 0)
      : null
  return (
    <FigureTile
      label={measureName('daysSinceLastOrder', format.language)}
      hint={measureMeaning('silence', format.language)}
      loading={standing.isPending}
      note={rhythm === null ? (silence?.unknown ?? ' ') : t`buys every ${rhythm} days`}
    >
      {days?.value ? (
        <span className="figures">{format.number(days.value, 0)}</span>
      ) : (
        <Unknown reason={days?.unknown ?? undefined} />
      )}
    </FigureTile>
  )
}
