import { useLingui } from '@lingui/react/macro'
import { measureMeaning, measureName, unknownReason } from '../../identify/measure-words.ts'
import { useStanding } from '../../identify/standing/use-standing.web.ts'
import { growthOf, windowBefore } from '../../ledger/month-sums.ts'
import { Amount, Share, Unknown } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import type { Days } from '../../web/input/window.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { useFormat } from '../../web/use-format.ts'
import { useFigures } from './figures.web.ts'

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
  const figures = useFigures(accountId, days)
  const earlier = useFigures(accountId, days && !whole ? windowBefore(days) : null)
  if (figures.error) return <Failed error={figures.error} onRetry={figures.retry} inline />
  const now = figures.data
  const before = whole ? undefined : earlier.data
  const noCost = unknownReason('cost', language)
  const tile = (key: 'revenue' | 'margin' | 'costToServe' | 'contribution') => ({
    label: measureName(key, language),
    hint: measureMeaning(key, language),
    loading: now === undefined,
    note: <Change now={now?.[key] ?? null} before={before?.[key] ?? null} plain={key === 'costToServe'} />,
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

/** "+7.1% on before"; a cost that grows is neither coloured good nor bad. */
function Change({ now, before, plain }: { now: string | null; before: string | null; plain: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  if (now === null || before === null) return ' '
  const growth = growthOf(now, before)
  if (growth === null) return t`nothing to compare with`
  return (
    <>
      {plain ? format.share(growth, true) : <Share value={growth} signed />} {t`on before`}
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
