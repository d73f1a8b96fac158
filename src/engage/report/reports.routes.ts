import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { readReport, readReportedVisit, readReports } from './read-report.use.ts'
import { reportsContract } from './reports.contract.ts'
import { editReport, writeReport } from './write-report.use.ts'

const operations = implementing(reportsContract)
const writers = ['administrator', 'head', 'manager', 'executive'] as const

export const reportsRoutes = operations.router({
  read: operations.read
    .use(may(...everyone))
    .handler(({ input, context }) => readReportedVisit(context, input.visitId)),
  write: operations.write
    .use(may(...writers))
    .handler(({ input: { visitId, ...draft }, context }) => writeReport(context, visitId, draft)),
  edit: operations.edit.use(may(...writers)).handler(async ({ input: { visitId, version, ...said }, context }) => {
    await editReport(context, visitId, version, said)
    return readReport(context, visitId)
  }),
  list: operations.list.use(may(...everyone)).handler(({ input, context }) => readReports(context, input)),
})
