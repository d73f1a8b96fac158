import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'

export type TargetRead = Awaited<ReturnType<typeof client.supply.reasonable.list>>['items'][number]
export type TargetExplained = Awaited<ReturnType<typeof client.supply.reasonable.explain>>
export type PlannedOrderRead = Awaited<ReturnType<typeof client.supply.reasonable.plan>>['orders'][number]
export type PlannedLineRead = PlannedOrderRead['lines'][number]
export type TermsRead = Awaited<ReturnType<typeof client.supply.reasonable.terms>>
export type PolicyRead = Awaited<ReturnType<typeof client.supply.reasonable.policy>>
export type PackRead = Awaited<ReturnType<typeof client.supply.reasonable.packs>>['items'][number]

/** Every write reads targets, plans and orders anew. */
export function useReasonableWrites() {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: api.supply.reasonable.key() }),
      queries.invalidateQueries({ queryKey: api.supply.orders.key() }),
    ])
  }
  return {
    review: useMutation(api.supply.reasonable.review.mutationOptions({ onSuccess })),
    propose: useMutation(api.supply.reasonable.propose.mutationOptions({ onSuccess })),
    proposeMany: useMutation(api.supply.reasonable.proposeMany.mutationOptions({ onSuccess })),
    changePolicy: useMutation(api.supply.reasonable.changePolicy.mutationOptions({ onSuccess })),
    changeRhythm: useMutation(api.supply.reasonable.changeRhythm.mutationOptions({ onSuccess })),
    changeCredit: useMutation(api.supply.reasonable.changeCredit.mutationOptions({ onSuccess })),
    changePack: useMutation(api.supply.reasonable.changePack.mutationOptions({ onSuccess })),
  }
}
