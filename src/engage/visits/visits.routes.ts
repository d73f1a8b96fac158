import type { Db } from '../../platform/database.server.ts'
import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { inviteToVisit } from '../calendar/invite.use.ts'
import { addCadence, editCadence } from './agree-cadence.use.ts'
import { listCadences } from './cadences.store.ts'
import { cancelVisit, editVisit, holdVisit, missVisit, moveVisit, takeBackVisit } from './change-visit.use.ts'
import { changeVisitRules } from './change-visit-rules.use.ts'
import { readDayRoute } from './day-route.use.ts'
import { describeCadences } from './describe-cadences.use.ts'
import { readVisit, readVisits } from './describe-visits.use.ts'
import { holidaysOf, listHolidayCalendars } from './holidays.store.ts'
import { importHolidays, removeHolidays } from './import-holidays.use.ts'
import { readKeptVisits } from './kept-visits.use.ts'
import { planVisit } from './plan-visit.use.ts'
import { acceptCadences, proposeCadences } from './propose-cadences.use.ts'
import { readVisitRules } from './visit-rules.store.ts'
import { visitsContract } from './visits.contract.ts'
import { addDays, instantAt } from './wall-clock.ts'

const operations = implementing(visitsContract)
const { cadences } = operations
/** Those who go, and those who plan for them; whose visit it is decides the use case. */
const goers = ['administrator', 'head', 'manager', 'executive'] as const
const planners = ['administrator', 'head', 'manager'] as const

/** Days of the company, both inside, as instants; never more than 400 days. */
async function span(db: Db, { from, to }: { from: string; to: string }) {
  const { timeZone } = await readSettings(db)
  const last = to < addDays(from, 400) ? to : addDays(from, 400)
  return {
    from: instantAt({ day: from, time: '00:00' }, timeZone),
    to: instantAt({ day: addDays(last, 1), time: '00:00' }, timeZone),
  }
}

export const visitsRoutes = operations.router({
  list: operations.list.use(may(...everyone)).handler(async ({ input, context }) => ({
    items: await readVisits(context, { ...input, ...(await span(context.db, input)) }),
  })),
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readVisit(context, input.id)),
  plan: operations.plan.use(may(...planners)).handler(({ input, context }) => planVisit(context, input)),
  edit: operations.edit.use(may(...goers)).handler(async ({ input: { id, version, ...edit }, context }) => {
    await editVisit(context, id, version, edit)
    return readVisit(context, id)
  }),
  move: operations.move.use(may(...goers)).handler(async ({ input: { id, version, ...move }, context }) => {
    await moveVisit(context, id, version, move)
    return readVisit(context, id)
  }),
  cancel: operations.cancel.use(may(...goers)).handler(async ({ input: { id, version, ...why }, context }) => {
    await cancelVisit(context, id, version, why)
    return readVisit(context, id)
  }),
  miss: operations.miss.use(may(...goers)).handler(async ({ input, context }) => {
    await missVisit(context, input.id, input.version, input.reason)
    return readVisit(context, input.id)
  }),
  hold: operations.hold.use(may(...goers)).handler(async ({ input: { id, version, ...held }, context }) => {
    await holdVisit(context, id, version, held)
    return readVisit(context, id)
  }),
  takeBack: operations.takeBack.use(may(...goers)).handler(async ({ input, context }) => {
    await takeBackVisit(context, input.id, input.version)
    return readVisit(context, input.id)
  }),
  invite: operations.invite
    .use(may(...goers))
    .handler(({ input, context }) => inviteToVisit(context, input.id, input.version)),
  kept: operations.kept
    .use(may(...everyone))
    .handler(async ({ input, context }) => readKeptVisits(context, { ...input, ...(await span(context.db, input)) })),
  dayRoute: operations.dayRoute
    .use(may(...everyone))
    .handler(({ input, context }) => readDayRoute(context, input.personId, input.day)),
  cadences: {
    list: cadences.list.use(may(...everyone)).handler(async ({ input: { accountId, personId }, context }) => {
      const accountIds = accountId === undefined ? undefined : [accountId]
      return { items: await describeCadences(context, await listCadences(context.db, { accountIds, personId })) }
    }),
    add: cadences.add.use(may(...planners)).handler(async ({ input, context }) => {
      const { cadence, visits } = await addCadence(context, input)
      return { cadence: (await describeCadences(context, [cadence]))[0]!, visits }
    }),
    edit: cadences.edit.use(may(...planners)).handler(async ({ input: { id, version, ...edit }, context }) => {
      const { cadence, visits } = await editCadence(context, id, version, edit)
      return { cadence: (await describeCadences(context, [cadence]))[0]!, visits }
    }),
    proposals: cadences.proposals.use(may(...everyone)).handler(async ({ input, context }) => ({
      items: (await proposeCadences(context, input.personId)).map(({ ownerId: _, ...proposal }) => proposal),
    })),
    accept: cadences.accept
      .use(may(...planners))
      .handler(({ input, context }) => acceptCadences(context, input.personId, input.accountIds)),
    rules: cadences.rules.use(may(...everyone)).handler(({ context }) => readVisitRules(context.db)),
    changeRules: cadences.changeRules
      .use(may('administrator', 'head'))
      .handler(({ input: { version, ...edit }, context }) => changeVisitRules(context, version, edit)),
    holidayCalendars: cadences.holidayCalendars
      .use(may(...everyone))
      .handler(async ({ context }) => ({ items: await listHolidayCalendars(context.db) })),
    holidays: cadences.holidays
      .use(may(...everyone))
      .handler(async ({ input, context }) => ({ items: await holidaysOf(context.db, input.region) })),
    importHolidays: cadences.importHolidays
      .use(may('administrator', 'head', 'back office'))
      .handler(({ input, context }) => importHolidays(context, input.region, input.name, input.icalendar)),
    removeHolidays: cadences.removeHolidays
      .use(may('administrator', 'head', 'back office'))
      .handler(async ({ input, context }) => {
        await removeHolidays(context, input.region)
        return { removed: true as const }
      }),
  },
})
