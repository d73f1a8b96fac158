/** What other rooms' server code may call of identify. */
export { fitValueModel } from './fit-value-model.use.ts'
export { invite, override } from './fix-tier.use.ts'
export { judge } from './judge.use.ts'
export { changePolicy, policyInForce } from './policy.use.ts'
export { confirmReview, openReview } from './reviews.use.ts'
export { accountsSpokenOf } from './uses.store.ts'
export { decideValueType } from './value-type.use.ts'
