import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { guardedLookup, namesPrivateAddress } from '../private-address.server.ts'

/** Why nothing came back; its message is shown to the administrator. */
export class WebhookProblem extends Error {}

const patience = 15_000
const shown = 2_000

export type Posted = { status: number; response: string }

/**
 * Posts to an address that an administrator named: http and https alone, no redirects, 15 s, of the answer 2,000
 * characters; no private address unless allowed, judged when the connection is made. @throws WebhookProblem
 */
export function postWebhook(
  address: string,
  allowPrivate: boolean,
  { headers, body }: { headers: Record<string, string>; body: Uint8Array },
): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error instanceof WebhookProblem ? error : new WebhookProblem(error.message))
    if (!URL.canParse(address)) return fail(new WebhookProblem('not an address'))
    const url = new URL(address)
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      return fail(new WebhookProblem(`${url.protocol} is not posted to`))
    if (!allowPrivate && namesPrivateAddress(url))
      return fail(new WebhookProblem(`${url.hostname} is a private address`))
    const request = url.protocol === 'https:' ? secureRequest : plainRequest
    const call = request(
      url,
      {
        method: 'POST',
        lookup: guardedLookup(allowPrivate, message => new WebhookProblem(message)),
        signal: AbortSignal.timeout(patience),
        headers: { ...headers, 'content-length': body.length, 'user-agent': 'Vitalfew' },
      },
      answer => {
        const parts: Buffer[] = []
        let size = 0
        const done = () => {
          const text = Buffer.concat(parts).toString('utf8').slice(0, shown)
          // PostgreSQL keeps no zero bytes in text.
          resolve({ status: answer.statusCode ?? 0, response: text.replaceAll('\0', '') })
        }
        answer.on('data', (part: Buffer) => {
          parts.push(part)
          size += part.length
          if (size < shown * 4) return
          // Enough to show; the status counts whatever else they say.
          answer.destroy()
          done()
        })
        answer.on('end', done)
        answer.on('error', fail)
      },
    )
    call.on('error', fail)
    call.end(body)
  })
}
