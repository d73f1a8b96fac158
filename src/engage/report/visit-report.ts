/** What an opinion is about. */
export const opinionSubjects = ['price', 'delivery', 'quality', 'range', 'service', 'terms', 'people', 'other'] as const
export type OpinionSubject = (typeof opinionSubjects)[number]

export const opinionTones = ['positive', 'neutral', 'negative'] as const
export type OpinionTone = (typeof opinionTones)[number]

/** What they said of us, in a few words. */
export type Opinion = { subject: OpinionSubject; tone: OpinionTone; words: string }

/** A competitor who was mentioned, and what was said of them. */
export type CompetitorMention = { name: string; words: string }

/** How a draft that met another state of things than it was written for is to be taken. */
export const resolutions = ['this visit', 'own visit', 'replace', 'append'] as const
export type Resolution = (typeof resolutions)[number]

/** How a visit and its report stand when a draft arrives. */
export type Standing = {
  visit: { state: 'planned' | 'held' | 'cancelled' | 'missed'; startsAt: string }
  report: { version: number } | null
}

/** What the draft knew when it was written, and how its author decided since. */
export type Arriving = {
  visitStartsAt: string
  resolution: Resolution | null
  seenVersion: number | null
}

export type Taking = 'write' | 'replace' | 'append' | 'own visit'
export type ReportConflict = 'report_visit_cancelled' | 'report_written_already' | 'report_visit_changed_meanwhile'

/**
 * What becomes of an arriving draft: how it is taken, or why its author must decide first. A visit that was moved is
 * still this visit if the author says so; a cancelled one needs a visit of its own; a report that somebody else wrote
 * is replaced or added to in the very version that the author has seen.
 */
export function takeDraft(
  { visit, report }: Standing,
  draft: Arriving,
): { take: Taking } | { conflict: ReportConflict } {
  if (draft.resolution === 'own visit') return { take: 'own visit' }
  if (report) {
    const decided = draft.resolution === 'replace' || draft.resolution === 'append'
    if (!decided || draft.seenVersion !== report.version) return { conflict: 'report_written_already' }
    return { take: draft.resolution as 'replace' | 'append' }
  }
  if (visit.state === 'cancelled') return { conflict: 'report_visit_cancelled' }
  const moved = Date.parse(visit.startsAt) !== Date.parse(draft.visitStartsAt)
  if (moved && visit.state !== 'held' && draft.resolution !== 'this visit')
    return { conflict: 'report_visit_changed_meanwhile' }
  return { take: 'write' }
}

/** Two texts in one: what was there, then what came later under its author's name. */
export function joinTexts(first: string, second: string, author: string): string {
  const [one, other] = [first.trim(), second.trim()]
  if (one === '' || other === '') return one || other
  return `${one}\n\n**${author}**\n\n${other}`
}
