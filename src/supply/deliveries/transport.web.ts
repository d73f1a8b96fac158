import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'

export type Shipment = Awaited<ReturnType<typeof client.supply.transport.questions>>['shipments'][number]
export type LaneSwitch = Awaited<ReturnType<typeof client.supply.transport.switches>>[number]

/**
 * Both writes move shipments: everything of transport is read anew. `onDone` comes first, since the form may be gone
 * once the lists are fresh.
 */
export function useSendAnotherWay(onDone: (made: LaneSwitch) => void) {
  const refresh = useRefresh()
  return useMutation(api.supply.transport.switch.mutationOptions({ onSuccess: made => refresh(() => onDone(made)) }))
}

export function useEndSwitch(onDone: () => void) {
  const refresh = useRefresh()
  return useMutation(api.supply.transport.end.mutationOptions({ onSuccess: () => refresh(onDone) }))
}

function useRefresh() {
  const queries = useQueryClient()
  return async (done: () => void) => {
    done()
    await queries.invalidateQueries({ queryKey: api.supply.transport.key() })
  }
}
