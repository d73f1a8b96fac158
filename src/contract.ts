import { healthContract } from './platform/health.contract.ts'
import { peopleContract } from './platform/people.contract.ts'
import { settingsContract } from './platform/settings.contract.ts'
import { trailContract } from './platform/trail.contract.ts'

/** Every operation of the product, by room. Wiring only. */
export const contract = {
  health: healthContract,
  people: peopleContract,
  settings: settingsContract,
  trail: trailContract,
}
