// What the other parts of the room, and other rooms, call of reasonable stock.
export { addCredits } from './credit.store.ts'
export { draftOrders, type PlannedOrder } from './draft-orders.use.ts'
export { replaceLoadUnits, writePacks } from './packs.store.ts'
export { type ProposalMade, proposeOrders } from './propose-orders.use.ts'
export { reviewStock } from './review-stock.use.ts'
export { addRhythms } from './rhythms.store.ts'
export { readStockPolicy, writeStockPolicy } from './stock-policy.store.ts'
