/** What other rooms' and slices' server code may call of visits. */
export { type Held, markHeld } from './hold-visit.use.ts'
export { scheduleVisit, type VisitSaid } from './schedule-visit.use.ts'
export { findVisit as visit, visitsOf } from './visits.store.ts'
