import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api, type client } from '../../web/api.ts'
import { sayFailed } from '../../web/feedback/say.tsx'
import { useMay } from '../../web/session.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import { shareGoods } from './share-goods.ts'

export type Run = Awaited<ReturnType<typeof client.supply.allocations.read>>
export type RunProduct = Run['products'][number]
export type Share = Awaited<ReturnType<typeof client.supply.allocations.rows>>['items'][number]

export const useMayShare = () => useMay('administrator', 'head', 'back office')

/** Whatever is written moves runs, shares and orders. */
export function useAllocationWrites() {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: api.supply.key() })
  }
  const { again, release, undo, drop, drawUp, changePolicy, saveCapacity, removeCapacity } = api.supply.allocations
  return {
    drawUp: useMutation(drawUp.mutationOptions({ onSuccess })),
    again: useMutation(again.mutationOptions({ onSuccess, onError: sayFailed })),
    release: useMutation(release.mutationOptions({ onSuccess })),
    undo: useMutation(undo.mutationOptions({ onSuccess })),
    drop: useMutation(drop.mutationOptions({ onSuccess })),
    changePolicy: useMutation(changePolicy.mutationOptions({ onSuccess })),
    saveCapacity: useMutation(saveCapacity.mutationOptions({ onSuccess })),
    removeCapacity: useMutation(removeCapacity.mutationOptions({ onSuccess, onError: sayFailed })),
  }
}

/** What each account would get of a product under a policy, by account; what shared capacities leave stays as drawn up. */
export function useTried(
  shares: readonly Share[] | undefined,
  product: RunProduct | undefined,
  policy: AllocationPolicy,
) {
  return useMemo(() => {
    if (!shares || !product) return new Map<number, string>()
    const [shared] = shareGoods(
      shares.map(share => ({
        account: String(share.account.id),
        tier: share.tier,
        product: String(product.product.id),
        quantity: share.requested,
        committed: share.committed,
      })),
      [
        {
          product: String(product.product.id),
          quantity: product.withinCapacity ?? product.quantity,
          pack: product.pack,
        },
      ],
      policy,
    )
    return new Map(shared!.awards.map(award => [Number(award.account), award.allocated]))
  }, [shares, product, policy])
}
