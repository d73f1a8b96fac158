/** What other rooms' server code may call of risk alerts. */
export { giveAdvice, recordOutcome } from './give-advice.use.ts'
export { readAlert } from './read-alerts.use.ts'
export { refreshAlert } from './refresh-exposures.use.ts'
export { takeFile } from './take-file.use.ts'
export { takeStorm } from './take-storm.use.ts'
export { alertTitles, type Threat, threatsInForce } from './threats.store.ts'
