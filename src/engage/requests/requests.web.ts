import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'

export type RequestRead = Awaited<ReturnType<typeof client.engage.requests.list>>['items'][number]
export type RequestWhole = Awaited<ReturnType<typeof client.engage.requests.read>>
export type PathRead = Awaited<ReturnType<typeof client.engage.requests.path>>

/** Every write reads all requests anew: whose turn it is, and what the signals say, may have changed. */
export function useRequestWrites() {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: api.engage.requests.key() })
  }
  return {
    ask: useMutation(api.engage.requests.ask.mutationOptions({ onSuccess })),
    decide: useMutation(api.engage.requests.decide.mutationOptions({ onSuccess })),
    withdraw: useMutation(api.engage.requests.withdraw.mutationOptions({ onSuccess })),
    settle: useMutation(api.engage.requests.settle.mutationOptions({ onSuccess })),
  }
}
