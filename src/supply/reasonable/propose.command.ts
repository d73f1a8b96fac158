import { parseArgs } from 'node:util'
import { accountsByCode } from '../../accounts/account-names.server.ts'
import { companyClock } from '../../platform/business-day.server.ts'
import type { Command, CommandContext } from '../../platform/command.server.ts'
import { operator } from '../../platform/roles.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { formatAmount } from '../../web/format.ts'
import { draftOrders } from './draft-orders.use.ts'
import { describePlans } from './plan-order.use.ts'
import { proposeOrders } from './propose-orders.use.ts'
import { reviewStock } from './review-stock.use.ts'

const usage = `vitalfew propose [--data DIR] [--account CODE] [--save] [--json]

  --account   only this account; all that report their stock without it
  --save      keep them as drafts of orders; without it nothing is kept but the review
  --json      one object for each line of an order, quantities and amounts exact`

type Asked = { account?: string; save: boolean; json: boolean }

export const proposeCommand: Command = {
  name: 'propose',
  summary: 'Review stock and propose the orders that bring it to its targets',
  usage,
  run: async (args, context) => {
    const asked = readArguments(args)
    if (typeof asked === 'string') {
      context.error(asked)
      return 1
    }
    const database = await context.openDatabase()
    try {
      return await propose(asked, context, database)
    } finally {
      await database.close()
    }
  },
}

type Opened = Awaited<ReturnType<CommandContext['openDatabase']>>

async function propose(asked: Asked, context: CommandContext, { db, pool }: Opened): Promise<number> {
  let accountIds: number[] | null = null
  if (asked.account !== undefined) {
    const id = (await accountsByCode(db, [asked.account])).get(asked.account)
    if (id === undefined) {
      context.error(`There is no account with the code “${asked.account}”.`)
      return 1
    }
    accountIds = [id]
  }
  const clock = await companyClock(db)
  await reviewStock({ db, pool, clock }, accountIds)
  const actor = operator()
  const made = asked.save
    ? await proposeOrders({ db, clock, actor }, accountIds, 'draft')
    : (await draftOrders({ db, clock }, accountIds)).map(plan => ({ ...plan, order: null }))
  const plans = await describePlans(db, actor, made)
  const { baseCurrency } = await readSettings(db)
  for (const [at, { account, site, lines, wantedOn, value, load }] of plans.entries()) {
    const order = made[at]!.order?.number ?? null
    if (asked.json) {
      for (const { product, quantity, unitPrice, reason, sentence } of lines)
        context.out(
          JSON.stringify({
            account: account.code,
            site: site?.name ?? null,
            order,
            wantedOn,
            product: product.code,
            quantity,
            unitPrice,
            currency: baseCurrency,
            reason: sentence[context.language],
            figures: reason,
          }),
        )
      continue
    }
    const travels = load ? `, ${load.unit.name} ${Math.round(load.fill * 100)}%` : ''
    const place = site ? `, ${site.name}` : ''
    context.out(
      `${account.code}  ${account.name}${place}${order ? `  ${order}` : ''}  ${wantedOn}  ${formatAmount(value, baseCurrency, 'exact', context.language)}${travels}`,
    )
    for (const { product, quantity, sentence } of lines)
      context.out(`  ${quantity.padStart(8)}  ${product.code.padEnd(16)}  ${sentence[context.language]}`)
  }
  if (plans.length === 0 && !asked.json)
    context.error(
      context.language === 'en'
        ? 'Nothing is needed: every item that is reported stands at its target.'
        : '无需补货：已上报的商品都达到目标库存。',
    )
  return 0
}

function readArguments(args: string[]): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { account: { type: 'string' }, save: { type: 'boolean' }, json: { type: 'boolean' } },
    })
    if (positionals.length > 0) return `propose takes no “${positionals[0]}”. Usage: ${usage.split('\n')[0]}`
    return { account: values.account, save: values.save === true, json: values.json === true }
  } catch (error) {
    return `${(error as Error).message.split('. ')[0]}. Usage: ${usage.split('\n')[0]}`
  }
}
