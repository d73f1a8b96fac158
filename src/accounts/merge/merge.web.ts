import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { sayFailed } from '../../web/feedback/say.tsx'
import { useFormat } from '../../web/use-format.ts'

export type PairRead = Awaited<ReturnType<typeof client.merge.list>>['items'][number]
export type SideRead = PairRead['one']
export type MergeRead = Awaited<ReturnType<typeof client.merge.listMerges>>['items'][number]
export type Comparison = Awaited<ReturnType<typeof client.merge.compare>>
export type ComparedSide = Comparison['sides'][number]

/** Milliseconds between two looks at a search that runs. */
const lookEvery = 700

/** The latest search and the way to begin one; the list is read again when one ends. */
export function useDuplicateSearch() {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const query = useQuery(
    api.merge.readSearch.queryOptions({
      refetchInterval: found => (isUnderWay(found.state.data?.search?.state) ? lookEvery : false),
    }),
  )
  const begin = useMutation(
    api.merge.startSearch.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.merge.readSearch.key() }),
      onError: sayFailed,
    }),
  )
  const search = query.data?.search ?? null
  const finished = search?.state === 'finished' && search.finishedAt
  const words = finished
    ? [
        t`searched on ${format.day(finished.slice(0, 10))}`,
        plural(search.accounts, { one: '# account', other: '# accounts' }),
        plural(search.compared, { one: '# pair compared', other: '# pairs compared' }),
      ].join(format.language === 'en' ? ', ' : '，')
    : null
  return {
    search,
    underWay: isUnderWay(search?.state),
    words,
    start: () => begin.mutate({}),
    starting: begin.isPending,
  }
}

const isUnderWay = (state: string | undefined) => state === 'waiting' || state === 'running'
