import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../web/api.ts'
import { sayFailed, sayUndoable } from '../../../web/feedback/say.tsx'
import type { PromiseState } from '../promise.ts'

type Settled = {
  id: number
  version: number
  state: PromiseState
  what: string
  outcome: string | null
  closedOn: string | null
}

/** Everything that shows promises reads them again. */
export function usePromisesChanged() {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [api.engage.promises.key(), api.accounts.changes.key()].map(queryKey => queries.invalidateQueries({ queryKey })),
    )
}

/** Says what became of a promise, and offers the way back. */
export function useSettle() {
  const { t } = useLingui()
  const changed = usePromisesChanged()
  const back = useMutation(api.engage.promises.settle.mutationOptions({ onSuccess: changed, onError: sayFailed }))
  const settle = useMutation(api.engage.promises.settle.mutationOptions({ onError: sayFailed }))
  const said: Record<PromiseState, string> = {
    kept: t`The promise is kept.`,
    broken: t`The promise is broken.`,
    withdrawn: t`The promise is withdrawn.`,
    open: t`The promise is open again.`,
  }
  return {
    pending: settle.isPending,
    to: (promise: Settled, state: PromiseState, outcome: string | null = null) =>
      settle.mutate(
        { id: promise.id, version: promise.version, state, outcome },
        {
          onSuccess: now => {
            // The way back: open again, or settled as it was.
            const was = promise.state === 'open' ? {} : { on: promise.closedOn ?? undefined, outcome: promise.outcome }
            sayUndoable(said[state], () =>
              back.mutate({ id: now.id, version: now.version, state: promise.state, ...was }),
            )
            return changed()
          },
        },
      ),
  }
}
