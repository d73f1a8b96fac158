import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../web/api.ts'
import { sayFailed, sayUndoable } from '../web/feedback/say.tsx'

type Owned = { id: number; name: string; owner: { id: string } | null }
type Taker = { id: string | null; name: string }

/** Gives accounts to a person, or to nobody; taken back, each returns to whoever had it. */
export function useSetOwner(onDone?: () => void) {
  const { t } = useLingui()
  const queries = useQueryClient()
  const changed = () =>
    Promise.all(
      [api.accounts.key(), api.accountsList.key(), api.identify.key()].map(queryKey =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
  const restore = useMutation({
    mutationFn: async (accounts: Owned[]) => {
      const owners = Map.groupBy(accounts, account => account.owner?.id ?? null)
      for (const [ownerId, theirs] of owners) {
        await client.accounts.setOwner({ accounts: theirs.map(account => account.id), ownerId })
      }
    },
    onSuccess: changed,
    onError: sayFailed,
  })
  const give = useMutation({
    mutationFn: ({ accounts, to }: { accounts: Owned[]; to: Taker }) =>
      client.accounts.setOwner({ accounts: accounts.map(account => account.id), ownerId: to.id }),
    onError: sayFailed,
    onSuccess: async (_, { accounts, to }) => {
      const what =
        accounts.length === 1 ? accounts[0]!.name : plural(accounts.length, { one: '# account', other: '# accounts' })
      const words = to.id === null ? t`${what}: nobody owns it now.` : t`${what}: now with ${to.name}.`
      sayUndoable(words, () => restore.mutate(accounts))
      onDone?.()
      await changed()
    },
  })
  return { give: (accounts: Owned[], to: Taker) => give.mutate({ accounts, to }), pending: give.isPending }
}
