import { createHash, randomBytes } from 'node:crypto'
import { recordChange } from '../../platform/audit.server.ts'
import type { ActorContext, RequestContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { addDays, wallClockAt } from '../visits/wall-clock.ts'
import { readCalendar } from './calendar-source.server.ts'
import { insertFeed, readFeed, revokeFeed } from './feeds.store.ts'
import { icalendarFile } from './icalendar.ts'

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** How far a calendar program looks. */
const daysBack = 60
const daysAhead = 365

/** Makes the secret address of the actor's own calendar; the one before it stops working. */
export async function makeFeed({ db: kysely, actor, clock, baseUrl }: ActorContext): Promise<{ address: string }> {
  const { id } = actor
  if (id === null || actor.via !== 'web') throw new Refusal('entry_needs_person')
  const secret = randomBytes(24).toString('base64url')
  await kysely.transaction().execute(async db => {
    const replaced = await revokeFeed(db, id, clock.now())
    await insertFeed(db, id, hashOf(secret), clock.now())
    await recordChange(db, actor, {
      ...{ room: 'engage', subject: 'calendar feed', subjectId: id, operation: replaced ? 'replace' : 'make' },
    })
  })
  return { address: `${baseUrl}/api/calendar/feed/${secret}.ics` }
}

/** The address stops working at once. Refused as `calendar_feed_unknown` where there is none. */
export async function endFeed({ db: kysely, actor, clock }: ActorContext): Promise<void> {
  await kysely.transaction().execute(async db => {
    if (!(await revokeFeed(db, actor.id ?? '', clock.now()))) throw new Refusal('calendar_feed_unknown')
    await recordChange(db, actor, {
      ...{ room: 'engage', subject: 'calendar feed', subjectId: actor.id ?? '', operation: 'revoke' },
    })
  })
}

/** The iCalendar file behind a secret address: what its owner would see, less what was called off. */
export async function feedFile(context: RequestContext, secret: string): Promise<string> {
  const { db, clock, baseUrl } = context
  const feed = await readFeed(db, hashOf(secret), clock.now())
  const person = feed && (await findPerson(db, feed.personId))
  if (!person || person.disabled) throw new Refusal('calendar_feed_unknown')
  const { timeZone, companyName, language: usual } = await readSettings(db)
  const today = wallClockAt(clock.now().toISOString(), timeZone).day
  const items = await readCalendar({
    ...{ db, clock, timeZone, language: person.language ?? usual },
    actor: { id: person.id, name: person.name, role: person.role, via: 'web' },
    from: addDays(today, -daysBack),
    to: addDays(today, daysAhead),
    personIds: [person.id],
  })
  const { host, hostname } = new URL(baseUrl)
  const events = items
    .filter(item => item.state !== 'off')
    .map(item => ({
      uid: `${item.uid}@${hostname}`,
      sequence: item.sequence,
      summary: item.title,
      description: item.note,
      location: item.place,
      url: item.path && `${baseUrl.startsWith('https') ? 'https' : 'http'}://${host}${item.path}`,
      status: 'CONFIRMED' as const,
      // Not the moment of asking, so that the file stays the same until something in it changes.
      stamp: `${today}T00:00:00Z`,
      ...(item.startsAt !== null && item.endsAt !== null
        ? { startsAt: item.startsAt, endsAt: item.endsAt, timeZone: item.timeZone ?? timeZone }
        : { day: item.day, timeZone: null }),
    }))
  return icalendarFile(events, { name: `${person.name} · ${companyName || 'Vitalfew'}`, method: 'PUBLISH' })
}
