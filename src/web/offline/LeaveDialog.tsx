import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Group, Modal } from '@mantine/core'
import type { Kept } from './outbox.ts'

type Props = {
  /** What is not sent; null: the dialog is closed. */
  unsent: Kept[] | null
  onStay: () => void
  onLeave: (drop: boolean) => void
}

/** Before a sign-out with reports that are not sent: what stays on the phone, and for whom. */
export function LeaveDialog({ unsent, onStay, onLeave }: Props) {
  const { t } = useLingui()
  const count = unsent?.length ?? 0
  const title = t`${plural(count, { one: '# report is not sent yet', other: '# reports are not sent yet' })}`
  return (
    <Modal opened={unsent !== null} onClose={onStay} title={title} closeButtonProps={{ 'aria-label': t`Close` }}>
      <ul>
        {unsent?.map(entry => (
          <li key={entry.key}>{entry.title}</li>
        ))}
      </ul>
      <p>
        <Trans>
          What you wrote stays on this phone and is sent when you sign in here again. Everything else that was kept for
          work without a network is removed.
        </Trans>
      </p>
      <Group justify="flex-end" mt="lg">
        <Button variant="subtle" color="red" onClick={() => onLeave(true)}>
          <Trans>Discard and sign out</Trans>
        </Button>
        <Button variant="default" onClick={onStay} data-autofocus>
          <Trans>Stay</Trans>
        </Button>
        <Button onClick={() => onLeave(false)}>
          <Trans>Keep and sign out</Trans>
        </Button>
      </Group>
    </Modal>
  )
}
