import { lookup } from 'node:dns'
import { request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Addresses of this machine, the own network and others that no public feed has (RFC 6890). */
const privateAddresses = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  privateAddresses.addSubnet(network, prefix)
for (const [network, prefix] of [
  // Itself, and IPv4 in each of its old clothes: compatible, translated, tunnelled.
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fec0::', 10],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  privateAddresses.addSubnet(network, prefix, 'ipv6')

/** Also IPv4 written as IPv6: a block list looks through ::ffff:… itself. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address)
  return family === 0 || privateAddresses.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

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
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(host) && isPrivateAddress(host)) throw new FeedProblem(`${host} is a private address`)
  const answer = await get(url, allowPrivate)
  if (answer.location === null) return answer.body
  if (hop >= hops) throw new FeedProblem('too many redirects')
  if (!URL.canParse(answer.location, url)) throw new FeedProblem(`not an address: ${answer.location.slice(0, 200)}`)
  return fetchDocument(new URL(answer.location, url).href, allowPrivate, hop + 1)
}

const guardedLookup =
  (allowPrivate: boolean): LookupFunction =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      const blocked = allowPrivate ? undefined : found?.find(({ address }) => isPrivateAddress(address))
      const problem = error ?? (blocked && new FeedProblem(`${host} is at the private address ${blocked.address}`))
      if (problem) return done(problem, [])
      return options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)
    })

function get(url: URL, allowPrivate: boolean): Promise<{ body: Uint8Array; location: string | null }> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(error instanceof FeedProblem ? error : new FeedProblem(error.message))
    const call = request(
      url,
      {
        lookup: guardedLookup(allowPrivate),
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
