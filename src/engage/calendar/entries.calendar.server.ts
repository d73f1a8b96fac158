import { accountNames } from '../../accounts/account-names.server.ts'
import { maySeeEntries } from './calendar-rights.ts'
import type { CalendarSource } from './calendar-source.server.ts'
import { listEntries } from './entries.store.ts'

export default {
  kinds: {
    appointment: language => (language === 'en' ? 'Appointment' : '日程'),
    task: language => (language === 'en' ? 'Task' : '任务'),
  },
  read: async ({ db, actor, from, to, personIds }) => {
    const all = await listEntries(db, { from, to, personIds, kinds: ['appointment', 'task'] })
    const entries = all.filter(entry => maySeeEntries(actor, entry.personId))
    const accounts = await accountNames(
      db,
      entries.flatMap(entry => entry.accountId ?? []),
    )
    return entries.map(entry => ({
      key: String(entry.id),
      kind: entry.kind,
      title: entry.title ?? accounts.get(entry.accountId ?? 0)?.name ?? '',
      accountId: entry.accountId,
      personId: entry.personId,
      day: entry.day,
      startsAt: entry.startsAt,
      endsAt: entry.endsAt,
      timeZone: null,
      state: entry.doneOn === null ? ('open' as const) : ('done' as const),
      path: `/calendar?entry=${entry.id}`,
      place: null,
      note: accounts.get(entry.accountId ?? 0)?.name ?? null,
      move: null,
      uid: `entry-${entry.id}`,
      sequence: entry.version - 1,
    }))
  },
} satisfies CalendarSource
