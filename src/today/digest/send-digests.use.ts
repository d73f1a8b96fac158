import { accountNames } from '../../accounts/account-names.server.ts'
import { visitsOf } from '../../engage/visits/visits.server.ts'
import { addDays, instantAt, wallClockAt } from '../../engage/visits/wall-clock.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Language } from '../../platform/language.ts'
import { unwantedKinds } from '../../platform/mail/mail.store.ts'
import { queueMail } from '../../platform/mail/queue-mail.server.ts'
import { listPeople, type Person } from '../../platform/people.store.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import { readMyQueue } from '../queue.use.ts'
import type { Telling } from '../told-signals.use.ts'
import { itemsOfDigest } from './digest.ts'
import { digestWords } from './digest-words.ts'

type Sending = Omit<Telling, 'language'> & { dataDirectory: string }

/** A digest for everybody who has something to do today and wants one; how many were put into the post. */
export async function sendDigests(sending: Sending): Promise<number> {
  const people = (await listPeople(sending.db)).filter(person => !person.disabled && person.role !== 'reader')
  let sent = 0
  for (const person of people) if (await sendDigest(sending, person)) sent += 1
  return sent
}

/** Not sent where there is nothing to say. The key keeps it to one a day, however often this runs. */
async function sendDigest(sending: Sending, person: Person): Promise<boolean> {
  const { db } = sending
  if ((await unwantedKinds(db, person.id)).includes('digest')) return false
  const settings = await readSettings(db)
  const language: Language = person.language ?? settings.language
  const actor = { id: person.id, name: person.name, role: person.role, via: 'job' as const }
  const today = await businessDay(sending)
  const queue = await readMyQueue({ ...sending, language, actor }, { show: 'open', cursor: 0, limit: itemsOfDigest })
  const visits = await visitsToday(sending, person.id, today, settings.timeZone)
  if (queue.total === 0 && visits.length === 0) return false
  const overdue = queue.groups.find(group => group.group === 'overdue')?.signals ?? 0
  const items = queue.items.map(({ title, account, reason, value, due, actions }) => ({
    ...{ title, account, reason, value, due },
    path: actions[0]?.path ?? (account ? `/accounts/${account.id}` : '/today'),
  }))
  const digest = { total: queue.total, overdue, today, items, visits }
  const format = sentenceFormat(language, settings.baseCurrency)
  const id = await db.transaction().execute(transaction =>
    queueMail(
      { ...sending, db: transaction },
      {
        kind: 'digest',
        personId: person.id,
        content: () => digestWords(digest, format),
        onceKey: `digest ${person.id} ${today}`,
      },
    ),
  )
  return id !== null
}

async function visitsToday({ db }: Sending, personId: string, today: string, timeZone: string) {
  const visits = await visitsOf(db, {
    personId,
    from: instantAt({ day: today, time: '00:00' }, timeZone),
    to: instantAt({ day: addDays(today, 1), time: '00:00' }, timeZone),
    states: ['planned'],
  })
  const accounts = await accountNames(
    db,
    visits.map(visit => visit.accountId),
  )
  return visits.map(visit => ({
    time: wallClockAt(visit.startsAt, visit.timeZone).time,
    account: accounts.get(visit.accountId)?.name ?? '',
    path: `/visits/${visit.id}/brief`,
  }))
}
