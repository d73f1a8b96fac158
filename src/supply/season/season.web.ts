import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { sayFailed } from '../../web/feedback/say.tsx'
import { useMay } from '../../web/session.ts'

export type Board = Awaited<ReturnType<typeof client.supply.season.read>>
export type BoardTask = Board['tasks'][number]

export const useMayPlan = () => useMay('administrator', 'head', 'back office')
export const useMayMove = () => useMay('administrator', 'head', 'back office', 'manager')

export function useSeasonWrites() {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: api.supply.season.key() })
  }
  const { plan, again, close, reopen, addTask, changeTask } = api.supply.season
  return {
    plan: useMutation(plan.mutationOptions({ onSuccess })),
    again: useMutation(again.mutationOptions({ onSuccess })),
    close: useMutation(close.mutationOptions({ onSuccess })),
    reopen: useMutation(reopen.mutationOptions({ onSuccess, onError: sayFailed })),
    addTask: useMutation(addTask.mutationOptions({ onSuccess })),
    changeTask: useMutation(changeTask.mutationOptions({ onSuccess, onError: sayFailed })),
  }
}
