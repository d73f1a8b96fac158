/** What other rooms' server code may call of the relationship map. */

export { drawLines } from './edit-line.use.ts'
export { addContactDays as bringContactDays } from './gap-facts.store.ts'
export { placePeople } from './place-people.use.ts'
