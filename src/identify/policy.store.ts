import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Actor } from '../platform/roles.ts'
import type { Policy } from './policy.ts'

export interface PolicyVersion {
  version: number
  name: string
  note: string | null
  policy: Policy
  author: string
  createdAt: Date
  reviews: number
}

const columns = sql`
  p.version, p.name, p.note, p.policy, p.author_name as author, p.created_at as "createdAt",
  (select count(*) from identify.review r where r.policy_version = p.version and r.state = 'confirmed') as reviews`

/** The highest version; undefined before the first. */
export async function newestPolicy(db: Db): Promise<PolicyVersion | undefined> {
  const { rows } =
    await sql<PolicyVersion>`select ${columns} from identify.policy p order by p.version desc limit 1`.execute(db)
  return rows[0]
}

export async function findPolicy(db: Db, version: number): Promise<PolicyVersion | undefined> {
  const { rows } =
    await sql<PolicyVersion>`select ${columns} from identify.policy p where p.version = ${version}`.execute(db)
  return rows[0]
}

/** Newest first; `below` is the version to go on from. */
export async function listPolicies(db: Db, below: number | undefined, limit: number): Promise<PolicyVersion[]> {
  const { rows } = await sql<PolicyVersion>`
    select ${columns} from identify.policy p
    where ${below ?? null}::bigint is null or p.version < ${below ?? null}
    order by p.version desc limit ${limit}`.execute(db)
  return rows
}

/** Adds a version; two at a time wait for each other until their transactions end. */
export async function addPolicy(
  db: Db,
  author: Pick<Actor, 'id' | 'name'>,
  { name, note, policy }: { name: string; note: string | null; policy: Policy },
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into identify.policy (name, note, policy, author_id, author_name)
    values (${name}, ${note}, ${JSON.stringify(policy)}::jsonb, ${author.id}, ${author.name})
    returning version`.execute(db)
  return rows[0]!.version
}

/** One change of the policy at a time; held until the transaction ends. */
export async function lockPolicies(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7340201)`.execute(db)
}
