import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { LinkSecret } from './link-secret.server.ts'

/** A person's links that were made since, used or not. */
export async function linksSince(db: Db, userId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from portal.sign_in_link where user_id = ${userId} and made_at > ${since}`.execute(db)
  return rows[0]!.n
}

/** The person's older links end; rows a day old go. */
export async function insertSignInLink(
  db: Db,
  link: Pick<LinkSecret, 'selector' | 'hash'> & { userId: string; at: Date; expiresAt: Date },
): Promise<void> {
  await sql`
    delete from portal.sign_in_link where made_at < ${new Date(link.at.getTime() - 86_400_000)}`.execute(db)
  await sql`
    update portal.sign_in_link set used_at = ${link.at} where user_id = ${link.userId} and used_at is null`.execute(db)
  await sql`
    insert into portal.sign_in_link (selector, secret_hash, user_id, made_at, expires_at)
    values (${link.selector}, ${link.hash}, ${link.userId}, ${link.at}, ${link.expiresAt})`.execute(db)
}

/** The link while it can be used; whoever asks at the same moment waits. */
export async function lockSignInLink(
  db: Db,
  selector: string,
  now: Date,
): Promise<{ hash: string; userId: string } | null> {
  const { rows } = await sql<{ hash: string; userId: string }>`
    select secret_hash as hash, user_id as "userId" from portal.sign_in_link
    where selector = ${selector} and used_at is null and expires_at > ${now} for update`.execute(db)
  return rows[0] ?? null
}

export async function markUsed(db: Db, selector: string, now: Date): Promise<void> {
  await sql`update portal.sign_in_link set used_at = ${now} where selector = ${selector}`.execute(db)
}
