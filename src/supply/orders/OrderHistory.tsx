import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './orders.module.css'
import type { OrderRead } from './orders.web.ts'
import { actDone } from './orders-words.ts'

/** Who took the order from state to state, newest first; the account's own steps stand out. */
export function OrderHistory({ steps }: { steps: OrderRead['steps'] }) {
  const format = useFormat()
  const language = useLanguage()
  const quantity = (value: string | null) => (value === null ? '–' : format.number(value, 6))
  return (
    <ol className={style.steps} reversed>
      {steps.toReversed().map(step => (
        <li key={step.at + step.act} className={style.step} data-side={step.side}>
          <div>
            <span className={style.who}>{step.actorName}</span> {actDone(step.act, language)}{' '}
            <span className={style.quiet}>{format.instant(step.at)}</span>
          </div>
          {step.note && <p className={style.note}>{step.note}</p>}
          {step.changes.length > 0 && step.changes.length <= 30 && (
            <ul className={style.changes}>
              {step.changes.map(change => (
                <li key={change.product}>
                  {change.product}: {change.from === null ? '' : `${quantity(change.from)} → `}
                  {quantity(change.to)}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  )
}
