import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'

export type AccountRead = Awaited<ReturnType<typeof client.accounts.get>>
export type Origin = Awaited<ReturnType<typeof client.accounts.origins>>['items'][number]

/** The account itself; header and tabs of its page share the one answer. */
export function useAccount(id: number) {
  return useQuery(api.accounts.get.queryOptions({ input: { id } }))
}

/** After an edit: the account, lists that name it and its trail are asked for again. */
export function useAccountChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [api.accounts.key(), api.accountsList.key(), api.identify.key()].map(queryKey =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}
