import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { guardedLookup, namesPrivateAddress } from '../../platform/private-address.server.ts'

/** Why an address was not read; its message is shown to the administrator. */
export class FeedProblem extends Error {}

const largest = 8_000_000
const patience = 20_000
const hops = 3

/**
 * Fetches an address that an administrator named, or that a feed of theirs links to: http and https alone, up to three
 * redirects, 8 MB, 20 s; no private address unless allowed. The address is judged when the connection is made, so that a
 * name that answers differently the second time gains nothing. @throws FeedProblem
 */
export async function fetchDocument(address: string, allowPrivate: boolean, hop = 0): Promise<Uint8Array> {
  if (!URL.canParse(address)) throw new FeedProblem(`not an address: ${address}`)
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FeedProblem(`${url.protocol} is not read`)
  if (!allowPrivate && namesPrivateAddress(url)) throw new FeedProblem(`${url.hostname} is a private address`)
  const answer = await get(url, allowPrivate)
  if (answer.location === null) return answer.body
  if (hop >= hops) throw new FeedProblem('too many redirects')
  if (!URL.canParse(answer.location, url)) throw new FeedProblem(`not an address: ${answer.location.slice(0, 200)}`)
  return fetchDocument(new URL(answer.location, url).href, allowPrivate, hop + 1)
}

function get(url: URL, allowPrivate: boolean): Promise<{ body: Uint8Array; location: string | null }> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error instanceof FeedProblem ? error : new FeedProblem(error.message))
    const call = request(
      url,
      {
        lookup: guardedLookup(allowPrivate, message => new FeedProblem(message)),
        signal: AbortSignal.timeout(patience),
        headers: { accept: 'application/cap+xml, application/atom+xml, application/rss+xml, text/xml, */*;q=0.1' },
      },
      response => {
        const status = response.statusCode ?? 0
        const location = response.headers.location
        if (status >= 300 && status < 400 && location) {
          response.resume()
          return resolve({ body: new Uint8Array(), location })
        }
        if (status !== 200) {
          response.resume()
          return fail(new FeedProblem(`the answer was ${status}`))
        }
        const parts: Buffer[] = []
        let size = 0
        response.on('data', (part: Buffer) => {
          size += part.length
          if (size > largest) call.destroy(new FeedProblem('larger than 8 MB'))
          else parts.push(part)
        })
        response.on('end', () => resolve({ body: Buffer.concat(parts), location: null }))
        response.on('error', fail)
      },
    )
    call.on('error', fail)
    call.end()
  })
}
