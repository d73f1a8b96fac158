import { Trans, useLingui } from '@lingui/react/macro'
import { useLanguage } from '../../web/use-format.ts'
import type { Import } from '../ImportState.tsx'
import { importsRefusals } from '../imports-words.ts'
import style from './outcome.module.css'

/** Why an import stopped, and that nothing of it was kept. */
export function Trouble({ import: shown }: { import: Import }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { error, state } = shown
  const words = error && importsRefusals[error.code]?.[language](error.values as Record<string, string | number>)
  if (state === 'cancelled') {
    return (
      <p className={style.said} role="status">
        <Trans>This import was cancelled; nothing of it was kept. You can start it again.</Trans>
      </p>
    )
  }
  return (
    <div className={style.trouble} role="alert">
      <b>{t`The import did not finish.`}</b>
      <span>{words ?? t`Nothing of it was kept (${error?.code ?? 'failed'}). You can start it again.`}</span>
    </div>
  )
}
