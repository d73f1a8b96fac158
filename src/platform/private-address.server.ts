import { lookup } from 'node:dns'
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

/**
 * A look-up for `http.request` that gives no private address unless allowed: judged when the connection is made, so that a
 * name that answers differently the second time gains nothing. `problem` makes the error.
 */
export const guardedLookup =
  (allowPrivate: boolean, problem: (message: string) => Error): LookupFunction =>
  (host, options, done) =>
    lookup(host, { ...options, all: true }, (error, found) => {
      const blocked = allowPrivate ? undefined : found?.find(({ address }) => isPrivateAddress(address))
      const refused = error ?? (blocked && problem(`${host} is at the private address ${blocked.address}`))
      if (refused) return done(refused, [])
      return options.all ? done(null, found) : done(null, found[0]!.address, found[0]!.family)
    })

/** Whether a URL names a private address itself, which no look-up would see. */
export function namesPrivateAddress({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) !== 0 && isPrivateAddress(host)
}
