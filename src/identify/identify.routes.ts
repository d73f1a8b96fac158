import { policyRoutes } from './policy.routes.ts'
import { reviewsRoutes } from './reviews.routes.ts'
import { standingRoutes } from './standing.routes.ts'
import { vitalFewRoutes } from './vital-few.routes.ts'

/** Every operation of the room, for the product's router; the keys are those of identify.contract.ts. */
export const identifyRoutes = {
  vitalFew: vitalFewRoutes,
  policy: policyRoutes,
  reviews: reviewsRoutes,
  standing: standingRoutes,
}
