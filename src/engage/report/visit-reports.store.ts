import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { TimelineBound } from '../../platform/timeline.ts'
import type { CompetitorMention, Opinion } from './visit-report.ts'

export type VisitReportRow = {
  id: number
  visitId: number
  accountId: number
  authorId: string | null
  /** UTC ISO, as are `endedAt` and `sentAt`. */
  startedAt: string
  endedAt: string
  colleagueIds: string[]
  said: string
  opinions: Opinion[]
  competitors: CompetitorMention[]
  nextSteps: string
  sentAt: string
  version: number
  /** Null for a seat whose person was erased. */
  contactIds: (number | null)[]
}

const instant = (column: string): RawBuilder<unknown> =>
  sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const columns = sql`
  r.id, r.visit_id as "visitId", r.account_id as "accountId", r.author_id as "authorId", ${instant('r.started_at')} as "startedAt",
  ${instant('r.ended_at')} as "endedAt", r.colleague_ids as "colleagueIds", r.said, r.opinions, r.competitors,
  r.next_steps as "nextSteps", ${instant('r.sent_at')} as "sentAt", r.version,
  coalesce((select jsonb_agg(a.contact_id order by a.id) from engage.visit_attendance a where a.report_id = r.id), '[]')
    as "contactIds"`

export async function findReport(db: Db, visitId: number): Promise<VisitReportRow | undefined> {
  const { rows } = await sql<VisitReportRow>`
    select ${columns} from engage.visit_report r where visit_id = ${visitId}`.execute(db)
  return rows[0]
}

/** Reports of an account, the latest visit first. */
export async function listReports(
  db: Db,
  accountId: number,
  page: { limit: number; before?: { startedAt: string; id: number } | null },
): Promise<VisitReportRow[]> {
  const { rows } = await sql<VisitReportRow>`
    select ${columns} from engage.visit_report r
    where account_id = ${accountId}
      ${page.before ? sql`and (started_at, id) < (${page.before.startedAt}::timestamptz, ${page.before.id})` : sql``}
    order by started_at desc, id desc limit ${page.limit}`.execute(db)
  return rows
}

/** Reports of these accounts below the bound of the timeline, the latest visit first. */
export async function reportsBelow(
  db: Db,
  accountIds: readonly number[],
  bound: TimelineBound,
  limit: number,
): Promise<VisitReportRow[]> {
  const { rows } = await sql<VisitReportRow>`
    select ${columns} from engage.visit_report r
    where account_id = any(${accountIds}::bigint[])
      and (started_at, lpad(id::text, 12, '0') collate "C") < (${bound.at}::timestamptz, ${bound.key})
    order by started_at desc, id desc limit ${limit}`.execute(db)
  return rows
}

export type ReportContent = Pick<
  VisitReportRow,
  'startedAt' | 'endedAt' | 'colleagueIds' | 'said' | 'opinions' | 'competitors' | 'nextSteps'
> & { contactIds: readonly number[] }

export type NewReport = ReportContent & {
  visitId: number
  accountId: number
  draftKey: string
  authorId: string | null
  sentAt: string
}

/** Many at once; ids in the order given. */
export async function insertReports(db: Db, reports: readonly NewReport[]): Promise<number[]> {
  if (reports.length === 0) return []
  const given = JSON.stringify(reports.map((report, place) => ({ ...report, place })))
  const { rows } = await sql<{ id: number }>`
    with given as (
      select * from jsonb_to_recordset(${given}::jsonb) as g (place integer, "visitId" bigint, "accountId" bigint,
        "draftKey" uuid, "authorId" text, "startedAt" timestamptz, "endedAt" timestamptz, "colleagueIds" text[],
        said text, opinions jsonb, competitors jsonb, "nextSteps" text, "sentAt" timestamptz, "contactIds" jsonb)
    ), made as (
      insert into engage.visit_report (visit_id, account_id, draft_key, author_id, started_at, ended_at, colleague_ids,
        said, opinions, competitors, next_steps, sent_at)
      select "visitId", "accountId", "draftKey", "authorId", "startedAt", "endedAt", "colleagueIds", said, opinions,
        competitors, "nextSteps", "sentAt" from given order by place
      returning id, draft_key
    ), drafted as (
      insert into engage.sent_draft (draft_key, report_id, author_id, sent_at)
      select g."draftKey", m.id, g."authorId", g."sentAt" from made m join given g on g."draftKey" = m.draft_key
    ), attended as (
      insert into engage.visit_attendance (report_id, contact_id)
      select m.id, c.id::bigint from made m join given g on g."draftKey" = m.draft_key
        cross join lateral jsonb_array_elements_text(g."contactIds") with ordinality as c (id, place)
      order by g.place, c.place
    )
    select m.id from made m join given g on g."draftKey" = m.draft_key order by g.place`.execute(db)
  return rows.map(row => row.id)
}

/** Writes the content anew and raises the version. */
export async function updateReport(db: Db, id: number, content: ReportContent): Promise<void> {
  await sql`
    update engage.visit_report set started_at = ${content.startedAt}, ended_at = ${content.endedAt},
      colleague_ids = ${content.colleagueIds}, said = ${content.said}, opinions = ${JSON.stringify(content.opinions)}::jsonb,
      competitors = ${JSON.stringify(content.competitors)}::jsonb, next_steps = ${content.nextSteps}, version = version + 1
    where id = ${id}`.execute(db)
  await sql`
    delete from engage.visit_attendance
    where report_id = ${id} and contact_id is not null and contact_id <> all(${content.contactIds}::bigint[])`.execute(
    db,
  )
  await sql`
    insert into engage.visit_attendance (report_id, contact_id)
    select ${id}, c.id from unnest(${content.contactIds}::bigint[]) with ordinality as c (id, place) order by c.place
    on conflict (report_id, contact_id) do nothing`.execute(db)
}

export type SentDraft = { reportId: number; visitId: number; authorId: string | null; sentAt: string }

/** The same draft sent of two visits at the same moment: the second one waits for what became of the first. */
export async function lockDraft(db: Db, draftKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${draftKey}`}, 0))`.execute(db)
}

export async function findSentDraft(db: Db, draftKey: string): Promise<SentDraft | undefined> {
  const { rows } = await sql<SentDraft>`
    select d.report_id as "reportId", r.visit_id as "visitId", d.author_id as "authorId", ${instant('d.sent_at')} as "sentAt"
    from engage.sent_draft d join engage.visit_report r on r.id = d.report_id
    where d.draft_key = ${draftKey}`.execute(db)
  return rows[0]
}

export async function insertSentDraft(
  db: Db,
  draft: { draftKey: string; reportId: number; authorId: string | null; sentAt: string },
): Promise<void> {
  await sql`
    insert into engage.sent_draft (draft_key, report_id, author_id, sent_at)
    values (${draft.draftKey}, ${draft.reportId}, ${draft.authorId}, ${draft.sentAt})`.execute(db)
}
