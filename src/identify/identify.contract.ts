import { policyContract } from './policy.contract.ts'
import { reviewsContract } from './reviews.contract.ts'
import { standingContract } from './standing.contract.ts'
import { vitalFewContract } from './vital-few.contract.ts'

/** Every operation of the room, for the product's contract. */
export const identifyContract = {
  vitalFew: vitalFewContract,
  policy: policyContract,
  reviews: reviewsContract,
  standing: standingContract,
}
