import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { sayFailed } from '../../web/feedback/say.tsx'
import type { Standard } from './interchange/interchange-facts.ts'
import type { CodeKind, MessageState } from './partner.ts'

export type PartnerRead = Awaited<ReturnType<typeof client.supply.messages.partners>>['items'][number]
export type PartnerWhole = Awaited<ReturnType<typeof client.supply.messages.partner>>
export type MessageRead = Awaited<ReturnType<typeof client.supply.messages.list>>['items'][number]

/** Every write reads partners and messages anew. */
export function usePartnerWrites() {
  const queries = useQueryClient()
  const onSuccess = async () => {
    await queries.invalidateQueries({ queryKey: api.supply.messages.key() })
  }
  return {
    add: useMutation(api.supply.messages.addPartner.mutationOptions({ onSuccess })),
    edit: useMutation(api.supply.messages.editPartner.mutationOptions({ onSuccess })),
    map: useMutation(api.supply.messages.mapCode.mutationOptions({ onSuccess, onError: sayFailed })),
    unmap: useMutation(api.supply.messages.unmapCode.mutationOptions({ onSuccess, onError: sayFailed })),
  }
}

export const standardNames: Record<Standard, string> = { x12: 'X12', edifact: 'EDIFACT' }

/** States of messages and kinds of codes in words. */
export function useMessageWords() {
  const { t } = useLingui()
  const states: Record<MessageState, string> = {
    taken: t`Taken in`,
    partly: t`Taken in part`,
    refused: t({ message: 'Refused', context: 'message' }),
    undone: t({ message: 'Undone', context: 'message' }),
    written: t({ message: 'Written', context: 'message' }),
    accepted: t({ message: 'Accepted', context: 'message' }),
    rejected: t({ message: 'Rejected', context: 'message' }),
  }
  const kinds: Record<CodeKind, string> = {
    party: t({ message: 'Party', context: 'code' }),
    site: t({ message: 'Place', context: 'code' }),
    product: t({ message: 'Product', context: 'code' }),
    activity: t({ message: 'Quantity', context: 'code' }),
  }
  return { states, kinds }
}
