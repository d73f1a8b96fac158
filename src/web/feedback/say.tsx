import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { problemOf } from '../failure.ts'
import { useProblemWords } from '../page/Failed.tsx'
import style from './say.module.css'

/** How long one can take a thing back, in milliseconds. */
const undoTime = 10_000

// The close button is a cross alone: screen readers need its name.
const named = () => ({ 'aria-label': t`Close` })

/** Says what was done: `sayDone(t`Owner changed`)`. */
export function sayDone(words: ReactNode): void {
  notifications.show({ message: words, autoClose: 4000, color: 'pine', closeButtonProps: named() })
}

/** Says what was done and offers the way back: `sayUndoable(t`View deleted`, () => restore.mutate(view))`. */
export function sayUndoable(words: ReactNode, undo: () => void): void {
  const id = notifications.show({
    autoClose: undoTime,
    color: 'pine',
    closeButtonProps: named(),
    message: (
      <span className={style.line}>
        {words}
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => {
            notifications.hide(id)
            undo()
          }}
        >
          <Trans>Undo</Trans>
        </Button>
      </span>
    ),
  })
}

/** Says why something was not done, for acts without a form to show it in: `onError: sayFailed`. */
export function sayFailed(error: unknown): void {
  notifications.show({
    autoClose: 12_000,
    color: 'red',
    closeButtonProps: named(),
    message: <FailedWords error={error} />,
  })
}

function FailedWords({ error }: { error: unknown }) {
  const words = useProblemWords(problemOf(error))
  return (
    <span role="alert">
      <strong className={style.title}>{words.title}</strong> {words.detail}
    </span>
  )
}
