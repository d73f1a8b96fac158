import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { api, type client } from '../../web/api.ts'
import { sayFailed } from '../../web/feedback/say.tsx'

export type ForecastRow = Awaited<ReturnType<typeof client.supply.forecast.list>>['items'][number]
export type ForecastWhole = Awaited<ReturnType<typeof client.supply.forecast.read>>
export type AdjustmentRead = Awaited<ReturnType<typeof client.supply.forecast.adjustments>>['items'][number]
export type Accuracy = Awaited<ReturnType<typeof client.supply.forecast.accuracy>>
export type ForecastRun = Awaited<ReturnType<typeof client.supply.forecast.runs>>['items'][number]

const whileRunning = 1_500

export const isUnderWay = (run: ForecastRun | undefined) => run?.state === 'waiting' || run?.state === 'running'

/** The run under way or the last one; when one ends, everything it made is read anew. */
export function useLastRun() {
  const queries = useQueryClient()
  const query = useQuery(
    api.supply.forecast.runs.queryOptions({
      refetchInterval: ({ state }) => (isUnderWay(state.data?.items[0]) ? whileRunning : false),
    }),
  )
  const run = query.data?.items[0]
  const was = useRef(false)
  useEffect(() => {
    const runs = isUnderWay(run)
    if (was.current && !runs) void queries.invalidateQueries({ queryKey: api.supply.forecast.key() })
    was.current = runs
  }, [run, queries])
  return run
}

/** Every write may have begun a run. */
export function useForecastWrites() {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: api.supply.forecast.key() })
  }
  const options = { onSuccess, onError: sayFailed }
  return {
    start: useMutation(api.supply.forecast.start.mutationOptions(options)),
    cancel: useMutation(api.supply.forecast.cancel.mutationOptions(options)),
    adjust: useMutation(api.supply.forecast.adjust.mutationOptions(options)),
    edit: useMutation(api.supply.forecast.editAdjustment.mutationOptions(options)),
    settle: useMutation(api.supply.forecast.settleAdjustment.mutationOptions(options)),
    remove: useMutation(api.supply.forecast.removeAdjustment.mutationOptions(options)),
  }
}
