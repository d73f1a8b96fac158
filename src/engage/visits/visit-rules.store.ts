import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { defaultVisitRules, type VisitRules } from './visit-rules.ts'

export type KeptRules = { rules: VisitRules; version: number }

/** The rules in force; the defaults, version 0, until somebody has changed them. */
export async function readVisitRules(db: Db): Promise<KeptRules> {
  const { rows } = await sql<KeptRules>`select rules, version from engage.visit_rules`.execute(db)
  const [kept] = rows
  return kept
    ? { rules: { ...defaultVisitRules, ...kept.rules }, version: kept.version }
    : { rules: defaultVisitRules, version: 0 }
}

/** False where somebody else changed them after `version`. */
export async function writeVisitRules(db: Db, rules: VisitRules, version: number): Promise<boolean> {
  const { rows } = await sql`
    insert into engage.visit_rules (rules, version) select ${JSON.stringify(rules)}::jsonb, 1 where ${version} = 0
    on conflict (only_one) do nothing returning version`.execute(db)
  if (rows.length > 0) return true
  const { rows: changed } = await sql`
    update engage.visit_rules set rules = ${JSON.stringify(rules)}::jsonb, version = version + 1
    where version = ${version} returning version`.execute(db)
  return changed.length > 0
}
