import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../web/use-format.ts'
import { roleWords } from '../role-words.ts'
import style from './SignalRow.module.css'
import type { QueueSignal } from './use-answers.web.ts'

type Props = { signal: QueueSignal; naming: boolean; why: string | null }

/** Whose it is, who sent it, what was answered, and why it stands where it stands. */
export function SignalState({ signal: { answer, personName, role }, naming, why }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const whose = personName ?? roleWords(role as 'head' | null, format.language)
  const until = answer?.until ? format.day(answer.until) : ''
  const answered = {
    done: answer?.by ? t`Done by ${answer.by}` : t`Done`,
    snoozed: t`Comes back on ${until}`,
    'not useful': answer?.by ? t`Not useful, says ${answer.by}` : t`Not useful`,
    delegated: null,
  }
  const parts = [
    naming && whose,
    answer && answered[answer.state],
    answer?.note && `“${answer.note}”`,
    answer?.senderName && t`From ${answer.senderName}`,
    answer?.senderNote && `“${answer.senderNote}”`,
    why,
  ].filter(Boolean)
  return <p className={style.facts}>{parts.join(' · ')}</p>
}
