import { useLanguage } from '../../web/use-format.ts'
import type { StockState } from './review-item.ts'
import { stockStateName } from './stock-state-words.ts'
import style from './targets.module.css'

/** The state as a word with its dot: the colour is never alone. */
export function StateMark({ state }: { state: StockState }) {
  const language = useLanguage()
  return (
    <span className={style.state}>
      <span className={style.dot} data-state={state} aria-hidden="true" />
      {stockStateName(state, language)}
    </span>
  )
}
