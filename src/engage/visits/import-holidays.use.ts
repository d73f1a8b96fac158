import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deleteHolidays, replaceHolidays } from './holidays.store.ts'
import { makeVisits } from './make-visits.use.ts'
import { readHolidays } from './read-holidays.ts'

type Acting = Pick<ActorContext, 'db' | 'actor'> & { clock: Clock }

/** A region's holidays from an iCalendar file, in place of those before; visits ahead follow. */
export async function importHolidays(context: Acting, region: string, name: string, icalendar: string) {
  const { actor, clock } = context
  const read = readHolidays(icalendar, Number((await businessDay(context)).slice(0, 4)))
  if (!read) throw new Refusal('holidays_unreadable')
  const { days, observances } = read
  if (days.length === 0) throw new Refusal('holidays_missing', { observances })
  return context.db.transaction().execute(async db => {
    await replaceHolidays(db, { region, name, importedAt: clock.now(), importedBy: actor.name }, days)
    const holidays = days.filter(day => day.kind === 'holiday').length
    const after = { name, holidays, workingDays: days.length - holidays, from: days[0]!.day, to: days.at(-1)!.day }
    await recordChange(db, actor, {
      ...{ room: 'engage', subject: 'holidays', subjectId: region, operation: 'import', after },
    })
    const visits = await makeVisits({ db, clock })
    return { holidays, workingDays: days.length - holidays, observances, visits }
  })
}

/** Forgets a region's holidays; visits ahead follow. Refused as `holidays_unknown`. */
export async function removeHolidays({ db: kysely, actor, clock }: Acting, region: string): Promise<void> {
  await kysely.transaction().execute(async db => {
    if (!(await deleteHolidays(db, region))) throw new Refusal('holidays_unknown', { region })
    await recordChange(db, actor, { room: 'engage', subject: 'holidays', subjectId: region, operation: 'remove' })
    await makeVisits({ db, clock })
  })
}
