import { useLanguage } from '../../web/use-format.ts'
import style from './GapList.module.css'
import { severityName } from './gap-words.ts'
import type { Severity } from './gaps.ts'

/** How grave a gap is, in words; the colour only repeats it. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const language = useLanguage()
  return (
    <span className={style.severity} data-severity={severity}>
      {severityName(severity, language)}
    </span>
  )
}
