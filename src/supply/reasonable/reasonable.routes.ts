import { recordChange } from '../../platform/audit.server.ts'
import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { changeStockPolicy, previewStockPolicy } from './change-stock-policy.use.ts'
import { readLoadUnits } from './packs.store.ts'
import { changeLoadUnits, changePack, listPacks } from './packs.use.ts'
import { planOrders, proposeForMany, proposePlanned } from './plan-order.use.ts'
import { explainTarget, readTargets, sumUpTargets } from './read-targets.use.ts'
import { reasonableContract } from './reasonable.contract.ts'
import { reviewStock } from './review-stock.use.ts'
import { readStockPolicy } from './stock-policy.store.ts'
import { changeCredit, changeRhythm, readTerms } from './supply-terms.use.ts'

const operations = implementing(reasonableContract)
const suppliers = ['administrator', 'head', 'manager', 'back office'] as const
const deciders = ['administrator', 'head'] as const
const office = ['administrator', 'head', 'back office'] as const

export const reasonableRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readTargets(context, input)),
  summary: operations.summary.use(may(...everyone)).handler(({ input, context }) => sumUpTargets(context, input)),
  explain: operations.explain.use(may(...everyone)).handler(({ input, context }) => explainTarget(context, input)),
  review: operations.review.use(may(...suppliers)).handler(async ({ input: { accountIds = null }, context }) => {
    const items = await reviewStock(context, accountIds)
    await recordChange(context.db, context.actor, {
      room: 'supply',
      subject: 'stock review',
      subjectId: 'department',
      operation: 'review',
      after: { accounts: accountIds?.length ?? null, items },
    })
    return { items }
  }),
  policy: operations.policy.use(may(...everyone)).handler(({ context }) => readStockPolicy(context.db)),
  changePolicy: operations.changePolicy
    .use(may(...deciders))
    .handler(({ input: { version, ...said }, context }) => changeStockPolicy(context, said, version)),
  previewPolicy: operations.previewPolicy
    .use(may(...deciders))
    .handler(({ input, context }) => previewStockPolicy(context, input)),
  loads: operations.loads
    .use(may(...everyone))
    .handler(async ({ context }) => ({ units: await readLoadUnits(context.db) })),
  changeLoads: operations.changeLoads
    .use(may(...office))
    .handler(({ input, context }) => changeLoadUnits(context, input.units)),
  packs: operations.packs.use(may(...everyone)).handler(({ input, context }) => listPacks(context.db, input)),
  changePack: operations.changePack
    .use(may(...office))
    .handler(({ input: { productId, ...pack }, context }) => changePack(context, productId, pack)),
  terms: operations.terms.use(may(...everyone)).handler(({ input, context }) => readTerms(context, input.accountId)),
  changeRhythm: operations.changeRhythm
    .use(may(...suppliers))
    .handler(async ({ input: { accountId, ...said }, context }) => {
      await changeRhythm(context, accountId, said)
      return readTerms(context, accountId)
    }),
  changeCredit: operations.changeCredit
    .use(may(...suppliers))
    .handler(async ({ input: { accountId, ...said }, context }) => {
      await changeCredit(context, accountId, said)
      return readTerms(context, accountId)
    }),
  plan: operations.plan.use(may(...everyone)).handler(({ input, context }) => planOrders(context, input.accountId)),
  propose: operations.propose
    .use(may(...suppliers))
    .handler(({ input: { accountId, ...said }, context }) => proposePlanned(context, accountId, said)),
  proposeMany: operations.proposeMany
    .use(may(...suppliers))
    .handler(({ input, context }) => proposeForMany(context, input.accountIds)),
})
