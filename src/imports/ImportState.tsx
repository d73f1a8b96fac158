import { useLingui } from '@lingui/react/macro'
import {
  IconArrowBackUp,
  IconBan,
  IconCheck,
  IconClock,
  IconExclamationCircle,
  IconLoader2,
  IconQuestionMark,
} from '@tabler/icons-react'
import type { client } from '../web/api.ts'
import style from './ImportState.module.css'

export type Import = Awaited<ReturnType<typeof client.imports.show>>

/** What an import is doing or has become: a sign, a colour, a word. */
export function ImportState({ import: shown }: { import: Import }) {
  const { t } = useLingui()
  const asks = shown.questions.length > 0 || shown.shape === null
  const { word, tone, Sign } = {
    asking: asks
      ? { word: t`Has questions`, tone: 'warning', Sign: IconQuestionMark }
      : { word: t`Ready to start`, tone: 'warning', Sign: IconClock },
    waiting: { word: t`Waiting`, tone: 'busy', Sign: IconClock },
    running: { word: t`Running`, tone: 'busy', Sign: IconLoader2 },
    finished: { word: t`Imported`, tone: 'done', Sign: IconCheck },
    failed: { word: t`Failed`, tone: 'danger', Sign: IconExclamationCircle },
    cancelled: { word: t({ message: 'Cancelled', context: 'import' }), tone: 'quiet', Sign: IconBan },
    undoing: { word: t`Being undone`, tone: 'busy', Sign: IconLoader2 },
    undone: { word: t`Undone`, tone: 'quiet', Sign: IconArrowBackUp },
  }[shown.state]
  return (
    <span className={style.state} data-tone={tone}>
      <Sign size={14} stroke={2} aria-hidden="true" />
      {word}
    </span>
  )
}
