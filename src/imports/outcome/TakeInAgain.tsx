import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { sayDone, sayFailed } from '../../web/feedback/say.tsx'
import type { Import } from '../ImportState.tsx'

/** Tries all open rows again, once what they lacked has been said: codes mapped, accounts, products or sites added. */
export function TakeInAgain({ import: { id }, open }: { import: Import; open: boolean }) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const again = useMutation(
    api.imports.settle.mutationOptions({
      onSuccess: async ({ rows }) => {
        sayDone(plural(rows, { one: '# row is being taken in again.', other: '# rows are being taken in again.' }))
        await queries.invalidateQueries({ queryKey: api.imports.key() })
      },
      onError: sayFailed,
    }),
  )
  return (
    <Button
      size="xs"
      variant="default"
      disabled={!open}
      loading={again.isPending}
      leftSection={<IconRepeat size={15} stroke={1.6} />}
      data-hint={t`All open rows; what still cannot come in stays here`}
      onClick={() => again.mutate({ id, answer: 'again' })}
    >
      <Trans>Take in again</Trans>
    </Button>
  )
}
