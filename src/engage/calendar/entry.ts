import { type TimeCategory, timeCategories } from '../time/working-time.ts'

export const entryKinds = ['appointment', 'task', 'time'] as const
export type EntryKind = (typeof entryKinds)[number]

/** What a person enters beside visits: appointments have hours, tasks a day, time its minutes. */
export type CalendarEntry = {
  id: number
  personId: string
  kind: EntryKind
  accountId: number | null
  category: TimeCategory
  title: string | null
  day: string
  startsAt: string | null
  endsAt: string | null
  minutes: number | null
  doneOn: string | null
  version: number
}

export type EntryFields = Omit<CalendarEntry, 'id' | 'version'>

/** A visit is planned as a visit, so it is none of an entry's categories. */
export const entryCategories = timeCategories.filter(category => category !== 'visit')
