import { everyone, implementing, may } from '../platform/operation.server.ts'
import { readMoves, readReview, readReviews, reviewTold } from './review-list.use.ts'
import { reviewsContract } from './reviews.contract.ts'
import { confirmReview, discardReview, openReview, reproduceReview } from './reviews.use.ts'

const operations = implementing(reviewsContract)
const deciders = ['administrator', 'head'] as const

export const reviewsRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readReviews(context, input)),
  get: operations.get.use(may(...everyone)).handler(({ input, context }) => readReview(context, input.id)),
  moves: operations.moves.use(may(...everyone)).handler(({ input, context }) => readMoves(context, input)),
  reproduce: operations.reproduce
    .use(may(...everyone))
    .handler(({ input, context }) => reproduceReview(context, input.id)),
  open: operations.open
    .use(may(...deciders))
    .handler(async ({ input, context }) => reviewTold(context, await openReview(context, input.asOf))),
  confirm: operations.confirm
    .use(may(...deciders))
    .handler(async ({ input, context }) => reviewTold(context, await confirmReview(context, input.id, input.note))),
  discard: operations.discard.use(may(...deciders)).handler(async ({ input, context }) => {
    await discardReview(context, input.id)
    return { discarded: true as const }
  }),
})
