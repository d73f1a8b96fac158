import { lockEditableContact } from '../../accounts/contact-lives.server.ts'
import { recordChange, trailOfPerson } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Language } from '../../platform/language.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { readPersonData } from '../../platform/person-data.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { trailSubjects } from './erase-person.use.ts'
import { wordsOfPerson } from './forgotten-person.use.ts'

export type Everything = {
  contactId: number
  name: string
  madeOn: string
  company: string
  parts: { table: string; title: string; rows: unknown[] }[]
  trail: unknown[]
}

/**
 * All that any room keeps of a person, for their request to see it: rows that name them by number, texts at their
 * accounts that name them by name, and the trail. That it was given out is itself recorded.
 */
export async function everythingOf(
  context: Pick<ActorContext, 'db' | 'clock' | 'actor' | 'language'>,
  contactId: number,
): Promise<Everything> {
  return context.db.transaction().execute(async db => {
    const contact = await lockEditableContact(db, context.actor, contactId)
    const person = await wordsOfPerson(db, contact)
    const language: Language = context.language
    const kept = await readPersonData(db, person)
    const trail = await trailOfPerson(db, person, trailSubjects(contactId))
    const { companyName } = await readSettings(db)
    await recordChange(db, context.actor, {
      room: 'know',
      subject: 'person',
      subjectId: contactId,
      accountId: contact.accountId,
      operation: 'give out',
    })
    return {
      contactId,
      name: contact.name,
      madeOn: await businessDay({ ...context, db }),
      company: companyName,
      parts: kept.map(({ table, name, rows }) => ({ table, title: name[language], rows })),
      trail,
    }
  })
}
