import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** 32 random bytes in base64, without the prefix that people see before it. */
export const newWebhookSecret = (): string => randomBytes(32).toString('base64')

/** How a secret is shown, the only time that it is. */
export const shownSecret = (secret: string): string => prefix + secret

/**
 * The headers of Standard Webhooks 1.0.0: HMAC-SHA256 over `id.timestamp.body`, one signature for each secret in force,
 * so that the receiver may change over while both are. The timestamp is in whole seconds and is signed again at every try.
 */
export function signedHeaders(
  { id, at, body }: { id: string; at: Date; body: Uint8Array },
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const signatures = secrets.map(secret => {
    const mac = createHmac('sha256', Buffer.from(secret, 'base64'))
    return `v1,${mac.update(`${id}.${timestamp}.`).update(body).digest('base64')}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
