import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './adjustments.module.css'
import type { AdjustmentRead } from './forecast.web.ts'
import { adjustmentKindName, scopeWords } from './forecast-words.ts'

type Props = { adjustments: readonly AdjustmentRead[]; onOpen?: (id: string) => void }

/** What people have said that touches a series, one line each. */
export function AdjustmentLines({ adjustments, onOpen }: Props) {
  const language = useLanguage()
  const format = useFormat()
  const effect = useEffectWords()
  if (adjustments.length === 0)
    return (
      <p className={style.quiet}>
        <Trans>Nothing: the forecast is what the past gives.</Trans>
      </p>
    )
  return (
    <ul className={style.lines}>
      {adjustments.map(each => (
        <li key={each.id}>
          <div className={style.head}>
            {onOpen ? (
              <button type="button" className={`link ${style.title}`} onClick={() => onOpen(each.id)}>
                {each.title}
              </button>
            ) : (
              <span className={style.title}>{each.title}</span>
            )}
            <span className={style.effect}>{effect(each)}</span>
          </div>
          <p className={style.quiet}>
            {[
              adjustmentKindName(each.kind, language),
              format.days(each.fromDay, each.toDay),
              scopeWords(each, language),
              each.madeByName,
            ].join(' · ')}
          </p>
          <p className={style.reason}>{each.reason}</p>
        </li>
      ))}
    </ul>
  )
}

/** "+500 pieces" or "−20%", as somebody said it. */
export function useEffectWords() {
  const { t } = useLingui()
  const format = useFormat()
  return ({ quantity, percent }: Pick<AdjustmentRead, 'quantity' | 'percent'>) => {
    if (percent !== null) return format.share(Number(percent) / 100, true)
    const sign = Number(quantity) > 0 ? '+' : ''
    const pieces = `${sign}${format.number(quantity ?? 0, 2)}`
    return t`${pieces} pieces`
  }
}
