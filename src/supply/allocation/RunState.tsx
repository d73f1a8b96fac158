import { useLanguage } from '../../web/use-format.ts'
import style from './allocation.module.css'
import type { RunState as State } from './allocation-run.ts'
import { runStateName } from './allocation-words.ts'

/** Where a run stands; only what counts has colour. */
export function RunState({ state }: { state: State }) {
  return <span className={`${style.state} ${style[state]}`}>{runStateName(state, useLanguage())}</span>
}
