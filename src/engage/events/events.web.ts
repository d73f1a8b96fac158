import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { sayFailed } from '../../web/feedback/say.tsx'

export type EventRead = Awaited<ReturnType<typeof client.engage.events.list>>['items'][number]

/** Every write reads the events anew, and the timeline that tells of them. */
export function useEventWrites() {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await Promise.all(
      [api.engage.events.key(), api.know.timeline.key()].map(queryKey => queries.invalidateQueries({ queryKey })),
    )
  }
  return {
    add: useMutation(api.engage.events.add.mutationOptions({ onSuccess })),
    edit: useMutation(api.engage.events.edit.mutationOptions({ onSuccess })),
    settle: useMutation(api.engage.events.settle.mutationOptions({ onSuccess })),
    remove: useMutation(api.engage.events.remove.mutationOptions({ onSuccess, onError: sayFailed })),
    restore: useMutation(api.engage.events.restore.mutationOptions({ onSuccess, onError: sayFailed })),
  }
}
