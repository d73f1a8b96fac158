import { useLingui } from '@lingui/react/macro'
import type { MailState as State } from '../../platform/mail/mail.ts'
import style from './mail.module.css'

/** What became of a mail, in a word; what went wrong stands out. */
export function MailState({ state }: { state: State }) {
  const { t } = useLingui()
  const words: Record<State, string> = {
    waiting: t`on its way`,
    sent: t`sent`,
    failed: t`not delivered`,
    captured: t`kept here`,
  }
  return <span className={state === 'failed' ? style.failed : style.quiet}>{words[state]}</span>
}
