import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'

export type RelationshipMap = Awaited<ReturnType<typeof client.know.map.read>>
export type MapPerson = RelationshipMap['people'][number]
export type MapLine = RelationshipMap['lines'][number]
export type MapAcquaintance = RelationshipMap['acquaintances'][number]
export type AccountGaps = Awaited<ReturnType<typeof client.know.map.gaps.ofAccount>>
export type AccountGap = AccountGaps['gaps'][number]

export function useMap(accountId: number, wide: boolean) {
  return useQuery(api.know.map.read.queryOptions({ input: { accountId, wide }, placeholderData: keepPreviousData }))
}

export function useAccountGaps(accountId: number) {
  return useQuery(api.know.map.gaps.ofAccount.queryOptions({ input: { accountId } }))
}

/** After any change of people, lines or contacts: map, gaps, people and the trail are asked for again. */
export function useMapChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () =>
    Promise.all(
      [api.know.key(), api.contacts.key(), api.accounts.changes.key()].map(queryKey =>
        queries.invalidateQueries({ queryKey }),
      ),
    )
}
