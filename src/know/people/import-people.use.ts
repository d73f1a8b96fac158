import { accountNames, accountsByCode } from '../../accounts/account-names.server.ts'
import {
  enterContacts,
  formerPersonFinder,
  lockAccountForContacts,
  sayOfContacts,
} from '../../accounts/contact-lives.server.ts'
import { contactsOfAccounts } from '../../accounts/contacts.server.ts'
import { recordChanges } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readAcquaintances, saveAcquaintances } from './acquaintances.store.ts'
import type { Card } from './card.ts'
import type { Acting } from './edit-person.use.ts'
import { insertEmployments, readEmployments } from './employments.store.ts'
import { type MatchedCard, matchCards } from './match-cards.ts'
import type { CardPreview } from './people.contract.ts'
import { readPeopleCsv } from './people-csv.ts'
import { emptyProfile } from './profile.ts'
import { readProfiles, saveProfiles } from './profiles.store.ts'
import { readVCards } from './read-vcards.ts'

type File = { format: 'vcard' | 'csv'; text: string }

/** What the file would bring, card by card; nothing is written. Refused as `people_file_unreadable`. */
export async function previewPeopleFile(context: Acting, accountId: number, file: File): Promise<CardPreview[]> {
  return context.db.transaction().execute(async db => {
    await lockAccountForContacts(db, context.actor, accountId)
    const cards = cardsIn(file)
    const account = (await accountNames(db, [accountId])).get(accountId)!.name
    return (await matched(db, accountId, cards)).map(({ fields, profile, ...card }) => ({
      ...card,
      changes: card.verdict === 'matched' ? [...Object.keys(fields), ...Object.keys(profile)] : [],
      notice: differs(cards[card.at]?.organisation ?? null, account) ? 'organisation differs' : null,
    }))
  })
}

/**
 * Takes the people of the file that are not left out, in one transaction: new ones are entered, of known ones what the
 * file says and we do not. Who of ours knows them is taken where one of ours has that name, jobs where the account has
 * that code and nothing of their history is known.
 */
export async function importPeopleFile(
  context: Acting,
  accountId: number,
  { leaveOut, ...file }: File & { leaveOut: readonly number[] },
): Promise<{ added: number; changed: number; unchanged: number; setAside: number }> {
  return context.db.transaction().execute(async db => {
    const { actor } = context
    await lockAccountForContacts(db, actor, accountId)
    const cards = cardsIn(file)
    const all = await matched(db, accountId, cards)
    const taken = all.filter(card => card.verdict !== 'set aside' && !leaveOut.includes(card.at))
    const added = taken.filter(card => card.verdict === 'new')
    const known = taken.filter(card => card.verdict === 'matched')
    const ids = await enterContacts(
      db,
      actor,
      accountId,
      added.map(card => ({ ...card.fields, name: card.name })),
    )
    const spokenOf = known.filter(card => Object.keys(card.fields).length > 0)
    await sayOfContacts(
      db,
      actor,
      spokenOf.map(card => ({ id: card.contactId!, fields: card.fields })),
    )
    const people = [
      ...added.map((card, at) => ({ ...card, contactId: ids[at]! })),
      ...known.map(card => ({ ...card, contactId: card.contactId! })),
    ]
    const touched = new Set(spokenOf.map(card => card.contactId!))
    for (const id of await sayProfiles(context, db, people)) touched.add(id)
    for (const id of await sayAcquaintances(db, people, cards)) touched.add(id)
    for (const id of await sayJobs(db, accountId, people, cards)) touched.add(id)
    await recordChanges(
      db,
      actor,
      people
        .filter(({ contactId }) => touched.has(contactId))
        .map(({ contactId, fields, profile }) => ({
          room: 'know',
          subject: 'person',
          subjectId: contactId,
          accountId,
          operation: 'import',
          after: { ...fields, ...profile },
        })),
    )
    const changed = known.filter(card => touched.has(card.contactId!)).length
    return { added: added.length, changed, unchanged: known.length - changed, setAside: all.length - taken.length }
  })
}

type Person = MatchedCard & { contactId: number }

function cardsIn({ format, text }: File): (Card | null)[] {
  const cards = format === 'vcard' ? readVCards(text) : readPeopleCsv(text)
  if (!cards || cards.length === 0) throw new Refusal('people_file_unreadable', { format })
  return cards
}

async function matched(db: Db, accountId: number, cards: readonly (Card | null)[]): Promise<MatchedCard[]> {
  const contacts = await contactsOfAccounts(db, [accountId])
  const profiles = await readProfiles(
    db,
    contacts.map(contact => contact.id),
  )
  const refuses = await formerPersonFinder(db, accountId)
  const present = contacts.map(contact => ({
    ...emptyProfile,
    ...profiles.get(contact.id),
    ...contact,
    contactId: contact.id,
  }))
  return matchCards(cards, present, refuses)
}

/** A card of another company may have come by mistake; a branch or an English name may be the same. */
const differs = (organisation: string | null, account: string): boolean => {
  if (organisation === null) return false
  const [one, other] = [organisation.toLowerCase(), account.toLowerCase()]
  return !one.includes(other) && !other.includes(one)
}

async function sayProfiles(context: Acting, db: Db, people: readonly Person[]): Promise<number[]> {
  const said = people.filter(({ profile }) => Object.keys(profile).length > 0)
  const ids = said.map(person => person.contactId)
  const [profiles, today] = await Promise.all([readProfiles(db, ids), businessDay({ ...context, db })])
  await saveProfiles(
    db,
    said.map(({ contactId, profile }) => ({
      ...emptyProfile,
      ...profiles.get(contactId),
      ...profile,
      contactId,
      confirmedOn: today,
    })),
  )
  return ids
}

async function sayAcquaintances(db: Db, people: readonly Person[], cards: readonly (Card | null)[]): Promise<number[]> {
  const ours = new Map((await listPeople(db)).map(person => [person.name, person.id]))
  const present = await readAcquaintances(
    db,
    people.map(person => person.contactId),
  )
  const rows = people.flatMap(({ contactId, at }) =>
    (cards[at]?.acquaintances ?? []).flatMap(({ name, strength, since, lastContactOn }) => {
      const personId = ours.get(name)
      const known = present.get(contactId)?.find(each => each.personId === personId)
      // What we know ourselves is as fresh as any file's.
      return personId === undefined || known ? [] : { contactId, personId, strength, since, lastContactOn }
    }),
  )
  const unique = new Map(rows.map(row => [`${row.contactId} ${row.personId}`, row]))
  await saveAcquaintances(db, [...unique.values()])
  return rows.map(row => row.contactId)
}

async function sayJobs(
  db: Db,
  presentId: number,
  people: readonly Person[],
  cards: readonly (Card | null)[],
): Promise<number[]> {
  const said = people.flatMap(({ contactId, at }) => (cards[at]?.jobs ?? []).map(job => ({ contactId, job })))
  if (said.length === 0) return []
  const present = await readEmployments(
    db,
    said.map(each => each.contactId),
  )
  const codes = await accountsByCode(
    db,
    said.map(each => each.job.code),
  )
  const rows = said.flatMap(({ contactId, job }) => {
    const accountId = codes.get(job.code)
    // The job of today is where they are being entered; a history that we have is not doubled.
    if (accountId === undefined || job.toDay === null || present.has(contactId)) return []
    if (job.fromDay !== null && job.fromDay > job.toDay) return []
    return { contactId, accountId, title: job.title, fromDay: job.fromDay, toDay: job.toDay }
  })
  const open = people
    .filter(({ contactId }) => rows.some(row => row.contactId === contactId))
    .map(({ contactId, title, at }) => ({
      contactId,
      accountId: presentId,
      title,
      fromDay: cards[at]!.jobs.find(job => job.toDay === null)?.fromDay ?? null,
      toDay: null,
    }))
  await insertEmployments(db, [...rows, ...open])
  return rows.map(row => row.contactId)
}
