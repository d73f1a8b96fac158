import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { sayFailed, sayUndoable } from '../../web/feedback/say.tsx'
import { useCompany } from '../../web/session.ts'
import type { SponsorRead } from './executives.web.ts'

/** Today is the last day; can be taken back. */
export function EndSponsor({ sponsor }: { sponsor: SponsorRead }) {
  const { t } = useLingui()
  const { today } = useCompany()
  const queries = useQueryClient()
  const change = useMutation(
    api.engage.executives.change.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.engage.executives.key() }),
      onError: sayFailed,
    }),
  )
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
  const until = sponsor.since > yesterday ? today : yesterday
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-xs"
      aria-label={t`End it for ${sponsor.account.name}`}
      loading={change.isPending}
      onClick={() =>
        change.mutate(
          { id: sponsor.id, until },
          {
            onSuccess: () =>
              sayUndoable(t`No longer stands for it`, () => change.mutate({ id: sponsor.id, until: null })),
          },
        )
      }
    >
      <Trans>End</Trans>
    </Button>
  )
}
