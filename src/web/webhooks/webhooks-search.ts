import { type DeliveryState, deliveryStates } from '../../platform/webhooks/webhook.ts'

/** What the URL of the webhooks holds: the endpoint that lies open, the message that does, and which are listed. */
export type WebhooksSearch = { endpoint?: number | 'new'; message?: number; state?: DeliveryState }

const number = (value: unknown) =>
  Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined

export function webhooksSearch(search: Record<string, unknown>): WebhooksSearch {
  const found: WebhooksSearch = {
    endpoint: search.endpoint === 'new' ? 'new' : number(search.endpoint),
    message: number(search.message),
    state: deliveryStates.find(state => state === search.state),
  }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined))
}
