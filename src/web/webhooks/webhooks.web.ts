import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../api.ts'

export type WebhookList = Awaited<ReturnType<typeof client.webhooks.list>>
export type Endpoint = WebhookList['endpoints'][number]
export type Delivery = Awaited<ReturnType<typeof client.webhooks.deliveries>>['items'][number]

/** Every write reads endpoints and log anew. */
export function useWebhookWrites() {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: api.webhooks.key() })
  }
  return {
    create: useMutation(api.webhooks.create.mutationOptions({ onSuccess })),
    edit: useMutation(api.webhooks.edit.mutationOptions({ onSuccess })),
    rotate: useMutation(api.webhooks.rotate.mutationOptions({ onSuccess })),
    remove: useMutation(api.webhooks.remove.mutationOptions({ onSuccess })),
    test: useMutation(api.webhooks.test.mutationOptions({ onSuccess })),
    replay: useMutation(api.webhooks.replay.mutationOptions({ onSuccess })),
  }
}
