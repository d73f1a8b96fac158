import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { ConfirmDialog } from '../../web/feedback/ConfirmDialog.tsx'
import { sayDone } from '../../web/feedback/say.tsx'
import { useLanguage } from '../../web/use-format.ts'
import type { Import } from '../ImportState.tsx'
import { reasonSentence } from '../reasons.ts'
import type { ReasonCount } from './reason-counts.ts'

type Props = { import: Import; count: ReasonCount; opened: boolean; onClose: () => void }

/** All open rows of a reason stay aside for good. */
export function LeaveAside({ import: shown, count, opened, onClose }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const queries = useQueryClient()
  const { open, reason } = count
  const leave = useMutation(
    api.imports.settle.mutationOptions({
      onSuccess: async ({ rows }) => {
        onClose()
        sayDone(plural(rows, { one: '# row stays aside.', other: '# rows stay aside.' }))
        await queries.invalidateQueries({ queryKey: api.imports.key() })
      },
    }),
  )
  const words = reasonSentence(reason, language)
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t`Leave these rows aside`}
      losses={[
        plural(open, {
          one: `# row stays out of the ledger: ${words}`,
          other: `# rows stay out of the ledger: ${words}`,
        }),
      ]}
      action={t`Leave them aside`}
      pending={leave.isPending}
      error={leave.error}
      onConfirm={() => leave.mutate({ id: shown.id, reason, answer: 'leave' })}
    >
      <Trans>They stay listed here and can be downloaded, but can no longer be booked from here.</Trans>
    </ConfirmDialog>
  )
}
