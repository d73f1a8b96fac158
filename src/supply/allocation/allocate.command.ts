import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { tierName, tiers } from '../../identify/tier.ts'
import type { Command } from '../../platform/command.server.ts'
import type { Language } from '../../platform/language.ts'
import { type SharingPolicy, usualPolicy } from './allocation-policy.ts'
import { awardSentence } from './allocation-words.ts'
import { type GoodsFile, GoodsFileFault, readGoodsFile } from './goods-file.ts'
import { type GoodsAward, shareGoods } from './share-goods.ts'

const usage = `vitalfew allocate FILE [FILE] [--json]

  FILE      requests and supply: JSON {"requests": [{"account", "tier", "product", "quantity", "committed"}],
            "supply": [{"product", "quantity", "pack"}], "policy": {"weights": {"gold": 20}, "floor": 0.3}}, or CSV, where rows
            with an account are requests and rows without one are supply; or one file of each
  --json    one object for each request on a line: {"product", "account", "requested", "allocated", "reason"}

Without a policy the usual weights: ${tiers.map(tier => `${tier} ${usualPolicy.weights[tier]}`).join(', ')}, floor ${usualPolicy.floorPercent}%.`

export const allocateCommand: Command = {
  name: 'allocate',
  summary: 'Share scarce goods of a file: promises, floors, then weights by tier',
  usage,
  run: async (args, context) => {
    let files: string[]
    let json: boolean
    try {
      const parsed = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
      files = parsed.positionals
      json = parsed.values.json
    } catch (error) {
      context.error(`${(error as Error).message.split('. ')[0]}. Usage: ${usage.split('\n')[0]}`)
      return 1
    }
    if (files.length === 0 || files.length > 2) {
      context.error(`allocate takes one file, or one of requests and one of supply. Usage: ${usage.split('\n')[0]}`)
      return 1
    }
    const read = await readFiles(files)
    if (typeof read === 'string') {
      context.error(read)
      return 1
    }
    const awards = shareGoods(read.requests, read.supply, policyFor(read)).flatMap(shared =>
      shared.awards.map(award => rowOf(award, read, context.language)),
    )
    if (json) for (const award of awards) context.out(asJson(award))
    else context.out(asTable(awards))
    return 0
  },
}

/** What all files say together, or the sentence of what is wrong. */
async function readFiles(files: readonly string[]): Promise<GoodsFile | string> {
  const all: GoodsFile = { requests: [], supply: [], policy: null }
  for (const file of files) {
    try {
      const { requests, supply, policy } = readGoodsFile(await readFile(file, 'utf8'))
      all.requests.push(...requests)
      all.supply.push(...supply)
      all.policy = policy ?? all.policy
    } catch (error) {
      if (error instanceof GoodsFileFault) return `${file}: ${error.message}`
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return `There is no file ${file}.`
      if ((error as NodeJS.ErrnoException).code === 'EISDIR') return `${file} is a folder.`
      throw error
    }
  }
  if (all.requests.length === 0) return `${files.join(' and ')}: no row asks for anything (no row has an account).`
  if (all.supply.length === 0)
    return `${files.join(' and ')}: no row says what there is (a product and a quantity without an account).`
  all.requests = all.requests.map(request => ({ ...request, tier: tierKey(request.tier) }))
  return faultOf(all) ?? all
}

function faultOf({ requests, policy }: GoodsFile): string | null {
  const { weights } = policy ?? usualPolicy
  const known = new Map<string, string>()
  for (const { account, tier } of requests) {
    if (weights[tier] === undefined) {
      return `The tier “${tier}” of ${account} has no weight. There are: ${Object.keys(weights).join(', ')}; or give weights in a policy.`
    }
    const before = known.get(account) ?? tier
    if (before !== tier) return `${account} is “${before}” in one row and “${tier}” in another.`
    known.set(account, tier)
  }
  return null
}

/** A tier by any of its names. */
const tierKey = (said: string): string =>
  tiers.find(tier => tier === said || tierName(tier, 'zh-Hans') === said) ?? said

const policyFor = ({ policy }: GoodsFile): SharingPolicy => policy ?? usualPolicy

type Row = { product: string; account: string; requested: string; allocated: string; reason: string }

function rowOf(award: GoodsAward, { policy }: GoodsFile, language: Language): Row {
  const { floorPercent } = policy ?? usualPolicy
  const { product, account, requested, allocated } = award
  return {
    product,
    account,
    requested,
    allocated,
    reason: awardSentence({ ...award, floorPercent, limited: false }, language),
  }
}

/** Quantities as JSON numbers, written digit by digit as they are. */
const asJson = ({ product, account, requested, allocated, reason }: Row): string =>
  `{"product":${JSON.stringify(product)},"account":${JSON.stringify(account)},"requested":${requested},"allocated":${allocated},"reason":${JSON.stringify(reason)}}`

function asTable(rows: readonly Row[]): string {
  const widths = [
    Math.max(7, ...rows.map(row => row.product.length)),
    Math.max(7, ...rows.map(row => row.account.length)),
    Math.max(9, ...rows.map(row => row.requested.length)),
    Math.max(9, ...rows.map(row => row.allocated.length)),
  ] as const
  const line = (product: string, account: string, requested: string, allocated: string, reason: string) =>
    `${product.padEnd(widths[0])}  ${account.padEnd(widths[1])}  ${requested.padStart(widths[2])}  ${allocated.padStart(widths[3])}  ${reason}`
  return [
    line('product', 'account', 'requested', 'allocated', 'reason'),
    ...rows.map(row => line(row.product, row.account, row.requested, row.allocated, row.reason)),
  ].join('\n')
}
