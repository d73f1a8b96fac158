import { createHmac } from 'node:crypto'
import type { Queryable } from './claims.store.ts'

type Named = { name?: string | null; email?: string | null }

const plain = (text: string | null | undefined): string => text?.trim().replace(/\s+/g, ' ').toLowerCase() ?? ''

async function keyOf(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ key: string }>('select key from accounts.erased_mark_key')
  return rows[0]!.key
}

const hashOf = (key: string, kind: 'name' | 'email', text: string): string =>
  createHmac('sha256', key)
    .update(`${kind} ${plain(text)}`)
    .digest('hex')

/** Remembers an erased person by hashes alone: the mail address anywhere, the name at the accounts they worked at. */
export async function markErased(
  db: Queryable,
  contact: { id: number; name: string; email: string | null },
  accountIds: readonly number[],
): Promise<void> {
  const key = await keyOf(db)
  const hadEmail = plain(contact.email) !== ''
  const marks = [
    ...(hadEmail ? [{ account_id: null, hash: hashOf(key, 'email', contact.email!) }] : []),
    ...(plain(contact.name) === ''
      ? []
      : accountIds.map(id => ({ account_id: id, hash: hashOf(key, 'name', contact.name) }))),
  ]
  await db.query(
    `insert into accounts.erased_mark (account_id, contact_id, hash, had_email)
     select m.account_id, $2, m.hash, $3 from jsonb_to_recordset($1::jsonb) m (account_id bigint, hash text)`,
    [JSON.stringify(marks), contact.id, hadEmail],
  )
}

/**
 * Tells of a row whether it means somebody who was erased: the same mail address, or the same name at the account
 * unless both had an address, by which they are two people.
 */
export async function erasedFinder(
  db: Queryable,
  accountIds: readonly number[],
): Promise<(row: Named & { accountId: number }) => boolean> {
  const { rows: marks } = await db.query<{ accountId: number | null; hash: string; hadEmail: boolean }>(
    `select account_id as "accountId", hash, had_email as "hadEmail" from accounts.erased_mark
     where account_id is null or account_id = any($1::bigint[])`,
    [accountIds],
  )
  if (marks.length === 0) return () => false
  const key = await keyOf(db)
  const addresses = new Set(marks.filter(mark => mark.accountId === null).map(mark => mark.hash))
  const names = Map.groupBy(
    marks.filter(mark => mark.accountId !== null),
    mark => `${mark.accountId} ${mark.hash}`,
  )
  return ({ accountId, name, email }) => {
    const hasEmail = plain(email) !== ''
    if (hasEmail && addresses.has(hashOf(key, 'email', email!))) return true
    if (plain(name) === '') return false
    return names.get(`${accountId} ${hashOf(key, 'name', name!)}`)?.some(mark => !(mark.hadEmail && hasEmail)) ?? false
  }
}

/** A person entered again by hand, on purpose, is no longer refused. */
export async function liftErased(db: Queryable, accountId: number, person: Named): Promise<void> {
  const key = await keyOf(db)
  await db.query(
    `delete from accounts.erased_mark
     where (account_id is null and hash = $1) or (account_id = $2 and hash = $3)`,
    [
      plain(person.email) === '' ? null : hashOf(key, 'email', person.email!),
      accountId,
      plain(person.name) === '' ? null : hashOf(key, 'name', person.name!),
    ],
  )
}
