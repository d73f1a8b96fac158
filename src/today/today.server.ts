/** What other rooms' server code may call of today. */
export { keepCurrent } from './keep-current.server.ts'
