export const webhookFormats = ['json', 'csv', 'x12', 'edifact'] as const

export type WebhookFormat = (typeof webhookFormats)[number]

/** Stopped: nobody will try again (endpoint switched off, gone, or no such message in its format). */
export const deliveryStates = ['waiting', 'delivered', 'failed', 'stopped'] as const

export type DeliveryState = (typeof deliveryStates)[number]

/** Tells one endpoint that it is reached; no room publishes it. */
export const testType = 'webhook.test'
