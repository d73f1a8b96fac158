import type { Language } from '../../platform/language.ts'
import type { Visit } from '../visits/visit.ts'
import { type IcalendarPerson, icalendarFile } from './icalendar.ts'

export type InvitationPart = {
  method: 'REQUEST' | 'CANCEL'
  organizer: IcalendarPerson
  attendee: IcalendarPerson
  /** Our company: whose visit it is. */
  company: string
  account: string
  location: string | null
  /** Host name of the product: it makes the UID unique in the world. */
  host: string
  now: string
  language: Language
}

export type Invitation = { method: 'REQUEST' | 'CANCEL'; sequence: number; subject: string; icalendar: string }

/** A visit's UID: the same in the feed, in the invitation and in every later word about it. */
export const visitUid = (id: number, host: string): string => `visit-${id}@${host}`

/**
 * The iCalendar object that asks somebody of the account to the visit, or calls it off (iTIP, RFC 5546). A calendar
 * program takes the one with the highest SEQUENCE for the truth: a visit's rises with every move and cancellation.
 */
export function invitationFor(visit: Visit, part: InvitationPart): Invitation {
  const { method, organizer, company, language } = part
  const summary = language === 'en' ? `Visit of ${organizer.name}, ${company}` : `${company} ${organizer.name} 拜访`
  const off = language === 'en' ? 'Called off: ' : '已取消：'
  const icalendar = icalendarFile(
    [
      {
        uid: visitUid(visit.id, part.host),
        sequence: visit.sequence,
        summary,
        description: visit.purpose,
        location: part.location,
        url: null,
        status: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
        stamp: part.now,
        startsAt: visit.startsAt,
        endsAt: visit.endsAt,
        timeZone: visit.timeZone,
      },
    ],
    { name: company, method, organizer, attendees: [part.attendee] },
  )
  return { method, sequence: visit.sequence, subject: method === 'CANCEL' ? off + summary : summary, icalendar }
}
