import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'

export type Shipment = Awaited<ReturnType<typeof client.supply.transport.questions>>['shipments'][number]
export type LaneSwitch = Awaited<ReturnType<typeof client.supply.transport.switches>>[number]

/** Both writes move shipments: everything of transport is read anew. */
export function useTransportWrites() {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: api.supply.transport.key() })
  }
  return {
    send: useMutation(api.supply.transport.switch.mutationOptions({ onSuccess })),
    end: useMutation(api.supply.transport.end.mutationOptions({ onSuccess })),
  }
}
