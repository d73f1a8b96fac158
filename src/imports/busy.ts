import type { z } from 'zod'
import type { importSchema } from './imports.contract.ts'

export type ImportState = z.infer<typeof importSchema>['state']

/** The state will change by itself: worth asking again. */
export function isBusy(state: ImportState): boolean {
  return state === 'waiting' || state === 'running' || state === 'undoing'
}
