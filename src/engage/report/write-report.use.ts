import type { z } from 'zod'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { addContactMet } from '../../accounts/edit-contact.use.ts'
import { touchAcquaintances } from '../../know/know.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { dayIn } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Visit } from '../visits/visit.ts'
import { lockOwnVisit } from '../visits/visit-access.use.ts'
import { markHeld, scheduleVisit } from '../visits/visits.server.ts'
import { type Acting, checkPromises, ownedBy } from './make-promise.use.ts'
import { makePromises } from './promises.server.ts'
import type { reportDraftSchema, reportsContract } from './reports.contract.ts'
import { joinTexts, takeDraft } from './visit-report.ts'
import {
  findReport,
  findSentDraft,
  insertReports,
  insertSentDraft,
  lockDraft,
  type ReportContent,
  updateReport,
  type VisitReportRow,
} from './visit-reports.store.ts'

export type ReportDraft = z.infer<typeof reportDraftSchema>
type Said = Omit<z.infer<NonNullable<(typeof reportsContract.edit)['~orpc']['inputSchema']>>, 'visitId' | 'version'>
type Written = { reportId: number; visitId: number; sentAt: string }

/**
 * Takes a draft as the report of its visit, once: the same draft sent again, even at the same moment, gets the first
 * answer. It marks the visit as held, freshens who of ours knows whom, and enters the promises, all in one transaction.
 * Refused as `visit_unknown`, `visit_not_yours`, `report_not_yours`, `report_in_future`, `report_contact_unknown`, as the
 * conflicts of `takeDraft`, and as promises are.
 */
export async function writeReport(context: Acting, visitId: number, draft: ReportDraft): Promise<Written> {
  const { actor, clock } = context
  if (draft.personId !== undefined && draft.personId !== actor.id) throw new Refusal('report_not_yours')
  const today = await businessDay(context)
  return context.db.transaction().execute(async db => {
    // The lock on the visit puts drafts that arrive together one behind the other.
    const visit = await lockOwnVisit(db, actor, visitId)
    await lockDraft(db, draft.draftKey)
    const earlier = await findSentDraft(db, draft.draftKey)
    if (earlier) return answered(earlier, actor.id)
    const report = (await findReport(db, visitId)) ?? null
    const taking = takeDraft({ visit, report }, draft)
    if ('conflict' in taking) throw new Refusal(taking.conflict)
    const kept = taking.take === 'own visit' ? await ownVisit(db, context, visit, draft) : visit
    if (dayIn(kept.timeZone, new Date(draft.startedAt)) > today) throw new Refusal('report_in_future')
    const { content, contactOf } = await contentOf(db, context, kept.accountId, draft)
    await makeDraftPromises(db, context, kept, draft, { today, contactOf })
    const sentAt = `${clock.now().toISOString().slice(0, 19)}Z`
    const draftKey = draft.draftKey
    if (report && taking.take !== 'own visit') {
      const merged = taking.take === 'append' ? appended(report, content, actor.name) : content
      await saveOver(db, context, kept, report, merged)
      await insertSentDraft(db, { draftKey, reportId: report.id, authorId: actor.id, sentAt })
      return { reportId: report.id, visitId: kept.id, sentAt }
    }
    const made = { ...content, visitId: kept.id, accountId: kept.accountId, draftKey, authorId: actor.id, sentAt }
    const [reportId] = await insertReports(db, [made])
    await record(db, context, kept, reportId!, 'report', undefined, content)
    await follow(db, context, kept, content)
    return { reportId: reportId!, visitId: kept.id, sentAt }
  })
}

/**
 * Corrects a report in the version that the person read. Refused as `visit_unknown`, `visit_not_yours`,
 * `report_unknown`, `report_changed_meanwhile`, `report_in_future`, `report_contact_unknown`.
 */
export async function editReport(context: Acting, visitId: number, version: number, said: Said): Promise<void> {
  const today = await businessDay(context)
  await context.db.transaction().execute(async db => {
    const visit = await lockOwnVisit(db, context.actor, visitId)
    const report = await findReport(db, visitId)
    if (!report) throw new Refusal('report_unknown')
    if (report.version !== version) throw new Refusal('report_changed_meanwhile')
    if (dayIn(visit.timeZone, new Date(said.startedAt)) > today) throw new Refusal('report_in_future')
    const { content } = await contentOf(db, context, visit.accountId, said)
    await saveOver(db, context, visit, report, content)
  })
}

/** Only its author learns what became of a draft. */
function answered({ authorId, ...written }: Written & { authorId: string | null }, actorId: string | null): Written {
  if (authorId !== actorId) throw new Refusal('report_not_yours')
  return written
}

/** What was said in a visit that had been cancelled, or beside another's: a visit of its own at the real hours. */
async function ownVisit(db: Db, context: Acting, visit: Visit, draft: ReportDraft): Promise<Visit> {
  const { accountId, personId, timeZone, siteId, kind, contactIds, purpose } = visit
  const hours = { startsAt: draft.startedAt, endsAt: draft.endedAt }
  const said = { accountId, personId, timeZone, siteId, kind, contactIds, purpose, ...hours }
  return scheduleVisit(db, context.actor, said, context.clock.now())
}

/** The content with new people as contacts; `contactOf` finds the contact of a key or an id. */
async function contentOf(db: Db, { actor }: Acting, accountId: number, said: Said) {
  if (said.endedAt <= said.startedAt) throw new Refusal('visit_ends_before_it_starts')
  const contacts = await contactNames(db, said.contactIds)
  if (said.contactIds.some(id => contacts.get(id)?.accountId !== accountId)) throw new Refusal('report_contact_unknown')
  const made = new Map<string, number>()
  for (const { key, name, role } of said.newPeople)
    made.set(key, (await addContactMet(db, actor, accountId, { name, role })).id)
  const { newPeople: _, ...rest } = said
  const content: ReportContent = { ...pick(rest), contactIds: [...new Set([...said.contactIds, ...made.values()])] }
  return { content, contactOf: (key: string | null) => (key === null ? null : (made.get(key) ?? null)) }
}

const pick = ({
  startedAt,
  endedAt,
  colleagueIds,
  said,
  opinions,
  competitors,
  nextSteps,
}: Omit<Said, 'newPeople'>) => ({
  startedAt,
  endedAt,
  colleagueIds,
  said,
  opinions,
  competitors,
  nextSteps,
})

async function makeDraftPromises(
  db: Db,
  { actor }: Acting,
  visit: Visit,
  draft: ReportDraft,
  { today, contactOf }: { today: string; contactOf: (key: string | null) => number | null },
): Promise<void> {
  const promises = draft.promises.map(({ personKey, ...promise }) => ({
    ...ownedBy(promise, actor.id),
    contactId: promise.contactId ?? contactOf(personKey),
    accountId: visit.accountId,
    visitId: visit.id,
  }))
  await checkPromises(db, visit.accountId, promises)
  await makePromises(db, actor, today, promises)
}

function appended(report: VisitReportRow, later: ReportContent, author: string): ReportContent {
  const there = report.contactIds.filter(id => id !== null)
  return {
    startedAt: report.startedAt,
    endedAt: report.endedAt,
    contactIds: [...new Set([...there, ...later.contactIds])],
    colleagueIds: [...new Set([...report.colleagueIds, ...later.colleagueIds])],
    said: joinTexts(report.said, later.said, author),
    opinions: [...report.opinions, ...later.opinions],
    competitors: [...report.competitors, ...later.competitors],
    nextSteps: joinTexts(report.nextSteps, later.nextSteps, author),
  }
}

async function saveOver(db: Db, context: Acting, visit: Visit, report: VisitReportRow, content: ReportContent) {
  const there = report.contactIds.filter(id => id !== null)
  const before = { ...pick({ ...report, contactIds: there }), contactIds: there }
  await updateReport(db, report.id, content)
  await record(db, context, visit, report.id, 'edit', before, content)
  await follow(db, context, visit, content)
}

/** What a report sets right elsewhere: the visit was held, and who was there has been met. */
async function follow(db: Db, { actor }: Acting, visit: Visit, content: ReportContent): Promise<void> {
  const { startedAt, endedAt, contactIds } = content
  await markHeld(db, actor, visit.id, { startedAt, endedAt })
  const day = dayIn(visit.timeZone, new Date(startedAt))
  for (const personId of new Set([visit.personId, ...content.colleagueIds]))
    await touchAcquaintances(db, { contactIds, personId, day })
}

async function record(
  db: Db,
  { actor }: Acting,
  { accountId }: Visit,
  subjectId: number,
  operation: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await recordChange(db, actor, {
    room: 'engage',
    subject: 'visit report',
    subjectId,
    accountId,
    operation,
    before,
    after,
  })
}
