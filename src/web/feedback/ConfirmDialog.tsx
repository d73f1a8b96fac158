import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Failed } from '../page/Failed.tsx'
import style from './ConfirmDialog.module.css'

type Props = {
  opened: boolean
  onClose: () => void
  /** The act: "Undo import 12". */
  title: ReactNode
  /** What will be lost, by name and number. */
  losses: ReactNode[]
  /** What stays, or how to come back. */
  children?: ReactNode
  /** What the button does: "Undo the import". */
  action: ReactNode
  onConfirm: () => void
  pending?: boolean
  error?: unknown
  /** A word to type first, for what cannot be brought back. */
  typed?: string
}

/** The only kind of dialog: it names what will be lost, and its button says what it does. */
export function ConfirmDialog(props: Props) {
  const { t } = useLingui()
  const [word, setWord] = useState('')
  const { opened, onClose, title, losses, children, action, onConfirm, pending, error, typed } = props
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      {losses.length > 0 && (
        <ul className={style.losses}>
          {losses.map((loss, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
            <li key={index}>{loss}</li>
          ))}
        </ul>
      )}
      {children && <div className={style.words}>{children}</div>}
      {typed && (
        <TextInput
          mt="md"
          label={t`Type ${typed} to confirm`}
          value={word}
          onChange={event => setWord(event.target.value)}
        />
      )}
      {error ? (
        <div className={style.words}>
          <Failed error={error} inline />
        </div>
      ) : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          <Trans>Keep it</Trans>
        </Button>
        <Button color="red.9" onClick={onConfirm} loading={pending} disabled={typed !== undefined && word !== typed}>
          {action}
        </Button>
      </Group>
    </Modal>
  )
}
