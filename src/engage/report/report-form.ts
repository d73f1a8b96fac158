import { instantAt, wallClockAt } from '../visits/wall-clock.ts'
import type { PromiseSide } from './promise.ts'
import type { CompetitorMention, Opinion, Resolution } from './visit-report.ts'

/** A row that is being written; `key` names it in the form. */
type Keyed<Row> = Row & { key: string }

export type NewPerson = { key: string; name: string }

/** `who`: ours, the id of one of us; theirs, 'contact 12' or 'new KEY'; '' where nobody is named. */
export type FormPromise = { side: PromiseSide; what: string; due: string; who: string }

/** What the form holds: text as typed, '' for nothing; times on the clock of the account's wall. */
export type ReportForm = {
  day: string
  from: string
  to: string
  contactIds: number[]
  newPeople: NewPerson[]
  colleagueIds: string[]
  said: string
  opinions: Keyed<Opinion>[]
  competitors: Keyed<CompetitorMention>[]
  promises: Keyed<FormPromise>[]
  nextSteps: string
  resolution: Resolution | null
  seenVersion: number | null
  /** When the visit was to begin, as it was known when the form was opened. */
  visitStartsAt: string
}

type PlannedVisit = { startsAt: string; endsAt: string; timeZone: string; contactIds: readonly number[] }

/** The form as it opens: held as planned, with those who were expected. */
export function openForm({ startsAt, endsAt, timeZone, contactIds }: PlannedVisit): ReportForm {
  const from = wallClockAt(startsAt, timeZone)
  return {
    day: from.day,
    from: from.time,
    to: wallClockAt(endsAt, timeZone).time,
    contactIds: [...contactIds],
    newPeople: [],
    colleagueIds: [],
    said: '',
    opinions: [],
    competitors: [],
    promises: [],
    nextSteps: '',
    resolution: null,
    seenVersion: null,
    visitStartsAt: startsAt,
  }
}

export type FormFault = 'times' | 'future' | 'nothing'

/** What keeps the report from being sent; rows without words are left out, not at fault. */
export function faultOf(form: ReportForm, today: string): FormFault | null {
  if (form.day === '' || form.from === '' || form.to === '' || form.from >= form.to) return 'times'
  if (form.day > today) return 'future'
  const said = [
    form.said,
    form.nextSteps,
    ...form.promises.map(each => each.what),
    ...form.opinions.map(each => each.words),
  ]
  return said.every(text => text.trim() === '') ? 'nothing' : null
}

/** What is sent: the operation's input without the visit. */
export function bodyOf(form: ReportForm, about: { draftKey: string; personId: string; timeZone: string }) {
  const { timeZone, ...who } = about
  return {
    ...who,
    visitStartsAt: form.visitStartsAt,
    startedAt: instantAt({ day: form.day, time: form.from }, timeZone),
    endedAt: instantAt({ day: form.day, time: form.to }, timeZone),
    contactIds: form.contactIds,
    newPeople: form.newPeople.map(({ key, name }) => ({ key, name })),
    colleagueIds: form.colleagueIds,
    said: form.said,
    opinions: form.opinions
      .filter(({ words }) => words.trim() !== '')
      .map(({ subject, tone, words }) => ({ subject, tone, words })),
    competitors: form.competitors.filter(({ name }) => name.trim() !== '').map(({ name, words }) => ({ name, words })),
    promises: form.promises.filter(({ what }) => what.trim() !== '').map(promiseSent),
    nextSteps: form.nextSteps,
    resolution: form.resolution,
    seenVersion: form.seenVersion,
  }
}

function promiseSent({ side, what, due, who }: FormPromise) {
  const [kind, id] = who.split(' ')
  return {
    side,
    what,
    due: due === '' ? null : due,
    ownerId: side === 'ours' && who !== '' ? who : null,
    contactId: side === 'theirs' && kind === 'contact' ? Number(id) : null,
    personKey: side === 'theirs' && kind === 'new' ? id! : null,
  }
}
