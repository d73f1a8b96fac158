import { Trans } from '@lingui/react/macro'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useLanguage } from '../../web/use-format.ts'
import { gateWords } from '../explain-words.ts'
import style from './standing.module.css'
import type { Standing } from './use-standing.web.ts'

/** What must be fulfilled before points count at all. */
export function GateList({ gates }: { gates: Standing['explained']['gates'] }) {
  const language = useLanguage()
  if (gates.length === 0) return null
  return (
    <div>
      <h3 className={style.subtitle}>
        <Trans>Qualification</Trans>
      </h3>
      <ul className={style.gates}>
        {gates.map(gate => (
          <li key={gate.gate}>
            {gate.passed ? (
              <IconCheck size={16} aria-hidden="true" className={style.passed} />
            ) : (
              <IconX size={16} aria-hidden="true" className={style.failed} />
            )}
            {gateWords(gate, language)}
          </li>
        ))}
      </ul>
    </div>
  )
}
