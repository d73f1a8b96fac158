import type { Db } from '../platform/database.server.ts'
import {
  addClaims,
  type ClaimBook,
  foldRows,
  lockRows,
  type Queryable,
  spoken,
  withdrawClaims,
} from './claims.store.ts'
import { type ContactFields, contactColumns } from './contact.ts'
import { usedContacts } from './contact-uses.store.ts'
import { type Contact, findContact, findContacts, listContactsOf, searchContacts } from './contacts.store.ts'
import { erasedFinder } from './erased-marks.store.ts'
import { mergedAccounts } from './merge/merged-accounts.server.ts'

export const contactBook: ClaimBook = {
  table: 'accounts.contact',
  claims: 'accounts.contact_claim',
  subject: 'contact_id',
  columns: contactColumns,
  types: {},
  unnamed: `coalesce(f.email, '#' || t.id)`,
}

/** A row of a file of contacts; it needs a name or an email. */
export type ContactRow = { accountId: number } & ContactFields

export type ClaimedContacts = {
  added: number
  changed: number
  unchanged: number
  /** Positions of rows that were not taken: the person was erased on request, or has moved to another account. */
  refused: { at: number; why: 'erased' | 'moved' }[]
}

/**
 * A file of contacts. A row means the contact of that account with the same email, or else the one with the same
 * name if not both have an email; otherwise it is a new contact. Empty cells say nothing.
 */
export async function claimContacts(
  db: Queryable,
  importId: number,
  source: string,
  given: readonly ContactRow[],
): Promise<ClaimedContacts> {
  const accountIds = [...new Set(given.map(row => row.accountId))]
  // Whoever merges one of them now waits; whoever has merged it has said by then where its contacts are.
  await db.query('select from accounts.account where id = any($1::bigint[]) order by id for share', [accountIds])
  const known = await contactsOf(db, accountIds)
  const isErased = await erasedFinder(db, accountIds)
  const hasMoved = await movedFinder(db, accountIds)
  const refused: ClaimedContacts['refused'] = []
  const rows = given.filter((row, at) => {
    const met = known.get(row.accountId) && meet(known.get(row.accountId)!, row)
    const why = met ? null : isErased(row) ? 'erased' : hasMoved(row) ? 'moved' : null
    if (why) refused.push({ at, why })
    return why === null
  })
  const newcomers: { id: number; accountId: number; name: string }[] = []
  const reserved = await reserveContactIds(db, rows.length)
  const said = rows.map(row => {
    const book = known.get(row.accountId) ?? new Map<string, KnownContact>()
    known.set(row.accountId, book)
    const met = meet(book, row)
    if (met) {
      remember(book, { ...met, email: met.email ?? row.email?.toLowerCase() ?? null })
      return { id: met.id, row }
    }
    const id = reserved.pop()!
    newcomers.push({ id, accountId: row.accountId, name: row.name ?? row.email ?? '' })
    remember(book, { id, name: row.name?.toLowerCase() ?? '', email: row.email?.toLowerCase() ?? null })
    return { id, row }
  })
  await insertContacts(db, importId, newcomers)
  const ids = [...new Set(said.map(each => each.id))]
  await lockRows(db, contactBook, ids)
  const claimed = said.map(each => ({ id: each.id, fields: spoken(contactBook, each.row) }))
  await addClaims(db, contactBook, { importId, actorId: null, source, strength: 1 }, claimed)
  const created = new Set(newcomers.map(each => each.id))
  const changed = (await foldRows(db, contactBook, ids)).filter(id => !created.has(id)).length
  return { added: created.size, changed, unchanged: ids.length - created.size - changed, refused }
}

/** What other rooms read of single contacts; nobody who was erased. */
export { type Contact, findContact, findContacts, searchContacts }

/** Who works at these accounts, by account and name; not those who were erased. */
export async function contactsOfAccounts(db: Db, accountIds: readonly number[]): Promise<Contact[]> {
  return listContactsOf(db, accountIds)
}

/**
 * Takes back what an import said about contacts and removes those of whom nobody says anything any more. Whom visits,
 * promises or a profile name stays, by the number alone where no name is left.
 */
export async function withdrawContactClaims(db: Queryable, importId: number): Promise<void> {
  const ids = await withdrawClaims(db, contactBook, importId)
  const used = await usedContacts(db, ids)
  await db.query(
    `delete from accounts.contact t where id = any($1::bigint[])
     and not exists (select from accounts.contact_claim c where c.contact_id = t.id)`,
    [ids.filter(id => !used.has(id))],
  )
}

type KnownContact = { id: number; name: string; email: string | null }

function remember(book: Map<string, KnownContact>, contact: KnownContact): void {
  if (contact.email) book.set(`email ${contact.email}`, contact)
  if (contact.name) book.set(`name ${contact.name}`, contact)
}

function meet(book: Map<string, KnownContact>, row: ContactRow): KnownContact | undefined {
  const byEmail = row.email ? book.get(`email ${row.email.toLowerCase()}`) : undefined
  if (byEmail) return byEmail
  const byName = row.name ? book.get(`name ${row.name.toLowerCase()}`) : undefined
  return byName?.email && row.email ? undefined : byName
}

/** Those that came under each account's own codes, wherever a merge has taken them. */
async function contactsOf(
  db: Queryable,
  accountIds: readonly number[],
): Promise<Map<number, Map<string, KnownContact>>> {
  const { rows } = await db.query<{ id: number; accountId: number; name: string; email: string | null }>(
    `select id, coalesce(origin_id, account_id) as "accountId", lower(name) as name, lower(email) as email
     from accounts.contact
     where ((account_id = any($1::bigint[]) and origin_id is null) or origin_id = any($1::bigint[]))
       and erased_on is null order by id`,
    [accountIds],
  )
  const books = new Map<number, Map<string, KnownContact>>()
  for (const { accountId, ...contact } of rows) {
    const book = books.get(accountId) ?? new Map<string, KnownContact>()
    books.set(accountId, book)
    remember(book, contact)
  }
  return books
}

/** Tells of a row whether it means somebody who worked at the account before and now works elsewhere. */
export async function movedFinder(db: Queryable, accountIds: readonly number[]): Promise<(row: ContactRow) => boolean> {
  const { rows } = await db.query<KnownContact & { accountId: number }>(
    `select c.id, f.account_id as "accountId", lower(c.name) as name, lower(old.email) as email
     from accounts.former_contact f join accounts.contact c on c.id = f.contact_id
     left join lateral (
       select l.fields ->> 'email' as email from accounts.contact_claim l
       where l.contact_id = c.id and l.fields ->> 'email' is not null order by l.id limit 1
     ) old on true
     where f.account_id = any($1::bigint[]) and c.account_id <> f.account_id and c.erased_on is null`,
    [accountIds],
  )
  const books = new Map<number, Map<string, KnownContact>>()
  for (const { accountId, ...contact } of rows) {
    const book = books.get(accountId) ?? new Map<string, KnownContact>()
    books.set(accountId, book)
    remember(book, contact)
  }
  return row => {
    const book = books.get(row.accountId)
    return book !== undefined && meet(book, row) !== undefined
  }
}

async function reserveContactIds(db: Queryable, count: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select nextval('accounts.contact_id_seq') as id from generate_series(1, $1::int)`,
    [count],
  )
  return rows.map(row => row.id).reverse()
}

async function insertContacts(
  db: Queryable,
  importId: number,
  contacts: readonly { id: number; accountId: number; name: string }[],
): Promise<void> {
  const merged = await mergedAccounts(db)
  const held = contacts.map(({ accountId, ...contact }) => {
    const into = merged.get(accountId)
    return { ...contact, accountId: into ?? accountId, originId: into ? accountId : null }
  })
  await db.query(
    `insert into accounts.contact (id, account_id, origin_id, name, created_by_import)
     select (r ->> 'id')::bigint, (r ->> 'accountId')::bigint, (r ->> 'originId')::bigint, r ->> 'name', $2
     from jsonb_array_elements($1::jsonb) r`,
    [JSON.stringify(held), importId],
  )
}
