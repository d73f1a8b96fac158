import { accountNames } from '../../accounts/account-names.server.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { peopleOf } from '../../know/know.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { mayKeepVisit } from '../visits/visit-rights.ts'
import { visit as findVisit } from '../visits/visits.server.ts'
import type { Acting } from './make-promise.use.ts'
import { promisesOfVisits } from './promises.store.ts'
import { findReport, listReports, type VisitReportRow } from './visit-reports.store.ts'

/** A visit with whom one may meet and, once written, its report. Refused as `visit_unknown`. */
export async function readReportedVisit({ db, actor }: Pick<Acting, 'db' | 'actor'>, visitId: number) {
  const visit = await findVisit(db, visitId)
  if (!visit) throw new Refusal('visit_unknown', { id: visitId })
  const account = (await accountNames(db, [visit.accountId])).get(visit.accountId)!
  const [people, colleagues, report] = await Promise.all([
    peopleOf(db, [visit.accountId]),
    listPeople(db),
    findReport(db, visitId),
  ])
  return {
    visit: { ...visit, personName: colleagues.find(({ id }) => id === visit.personId)?.name ?? null },
    account,
    people: people.map(({ contactId, name, title }) => ({ contactId, name, title })),
    colleagues: colleagues.filter(each => !each.disabled).map(({ id, name }) => ({ id, name })),
    report: report ? (await readable(db, [report]))[0]! : null,
    mayWrite: mayKeepVisit(actor, account, visit),
  }
}

/** The report of a visit. Refused as `report_unknown`. */
export async function readReport({ db }: Pick<Acting, 'db'>, visitId: number) {
  const report = await findReport(db, visitId)
  if (!report) throw new Refusal('report_unknown')
  return (await readable(db, [report]))[0]!
}

export async function readReports(
  { db }: Pick<Acting, 'db'>,
  { accountId, limit, cursor }: { accountId: number; limit: number; cursor?: string },
) {
  const [, startedAt, id] = cursor?.match(/^(\d{4}-\d\d-\d\dT[\d:]{8}Z)\|(\d{1,15})$/) ?? []
  const rows = await listReports(db, accountId, { limit, before: startedAt ? { startedAt, id: Number(id) } : null })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return { items: await readable(db, rows), nextCursor: last ? `${last.startedAt}|${last.id}` : null }
}

async function readable(db: Db, rows: readonly VisitReportRow[]) {
  const contacts = await contactNames(db, [...new Set(rows.flatMap(row => row.contactIds.filter(id => id !== null)))])
  const people = new Map((await listPeople(db)).map(person => [person.id, person.name]))
  const promises = await promisesOfVisits(
    db,
    rows.map(row => row.visitId),
  )
  return rows.map(({ contactIds, accountId: _, ...row }) => ({
    ...row,
    authorName: row.authorId && (people.get(row.authorId) ?? row.authorId),
    attendance: contactIds.map(id => ({ contactId: id, name: (id !== null && contacts.get(id)?.name) || null })),
    promises: promises.filter(promise => promise.visitId === row.visitId),
  }))
}
