import type { CadenceTimes } from './occurrences.ts'
import { readRule } from './recurrence.ts'
import type { VisitKind } from './visit.ts'
import type { HolidayRule } from './working-days.ts'

/** A fixed visit as it was agreed with the account. */
export type Cadence = {
  id: number
  accountId: number
  siteId: number | null
  kind: VisitKind
  /** Who of ours goes. */
  personId: string
  contactIds: number[]
  /** See recurrence.ts. */
  rule: string
  startsOn: string
  until: string | null
  /** 'HH:MM'. */
  localTime: string
  timeZone: string
  durationMinutes: number
  /** Holidays of the account beside our own. */
  holidayRegion: string | null
  onHoliday: HolidayRule
  purpose: string | null
  version: number
}

export type CadenceFields = Omit<Cadence, 'id' | 'accountId' | 'version'>

/** @throws RangeError where the rule is none of ours; what was saved always is */
export function timesOf(
  cadence: Omit<CadenceFields, 'siteId' | 'kind' | 'personId' | 'contactIds' | 'purpose'>,
): CadenceTimes {
  const rule = readRule(cadence.rule)
  if (!rule) throw new RangeError(`no rule of a cadence: ${cadence.rule}`)
  const { startsOn, until, localTime, timeZone, durationMinutes, onHoliday } = cadence
  return { rule, startsOn, until, localTime, timeZone, durationMinutes, onHoliday }
}
