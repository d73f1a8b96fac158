import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Language } from '../../platform/language.ts'
import { api, type client } from '../../web/api.ts'

export type ListedOrder = Awaited<ReturnType<typeof client.supply.orders.list>>['items'][number]
export type OrderRead = Awaited<ReturnType<typeof client.supply.orders.read>>
export type OrderLineRead = OrderRead['lines'][number]
export type SignatureRead = OrderRead['signatures'][number]

/** Every write answers with the order as it is now, and reads all lists of orders anew. */
export function useOrderWrites() {
  const queries = useQueryClient()
  const onSuccess = async (order: OrderRead) => {
    const { queryKey } = api.supply.orders.read.queryOptions({ input: { publicId: order.publicId } })
    queries.setQueryData(queryKey, order)
    await queries.invalidateQueries({ queryKey: api.supply.orders.key() })
  }
  return {
    create: useMutation(api.supply.orders.create.mutationOptions({ onSuccess })),
    edit: useMutation(api.supply.orders.edit.mutationOptions({ onSuccess })),
    propose: useMutation(api.supply.orders.propose.mutationOptions({ onSuccess })),
    signOnPaper: useMutation(api.supply.orders.signOnPaper.mutationOptions({ onSuccess })),
    decline: useMutation(api.supply.orders.decline.mutationOptions({ onSuccess })),
    withdraw: useMutation(api.supply.orders.withdraw.mutationOptions({ onSuccess })),
    confirm: useMutation(api.supply.orders.confirm.mutationOptions({ onSuccess })),
    ship: useMutation(api.supply.orders.ship.mutationOptions({ onSuccess })),
  }
}

/** Where the document is read and printed. */
export const documentAddress = (publicId: string, language: Language, reasons: boolean) =>
  `/api/orders/${publicId}/order.pdf?language=${language}${reasons ? '&reasons=yes' : ''}`

/** A quantity as one types it: a decimal that is not negative, at most six digits after the point. */
export const isQuantity = (text: string) => /^\d{1,12}(\.\d{1,6})?$/.test(text)
