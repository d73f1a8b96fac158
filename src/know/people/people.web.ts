import { useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'

export type PersonListed = Awaited<ReturnType<typeof client.know.people.list>>['items'][number]
export type PersonRead = Awaited<ReturnType<typeof client.know.people.read>>

/** After a write about a person: everything that shows people, and the account's trail, is asked for again. */
export function usePeopleChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [api.know.key(), api.contacts.key(), api.accounts.changes.key()].map(queryKey =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}
