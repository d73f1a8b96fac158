import type { Kysely } from 'kysely'
import { accountNames } from '../../accounts/account-names.server.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import type { DB } from '../../platform/database-types.ts'
import type { Language } from '../../platform/language.ts'
import type { MailContent } from '../../platform/mail/mail.ts'
import { type Posting, queueMail } from '../../platform/mail/queue-mail.server.ts'
import { visitsOf } from '../visits/visits.store.ts'
import { wallClockAt } from '../visits/wall-clock.ts'

/** Hours before a visit at which its reminder is written. */
const hoursBefore = 2

type Reminder = { time: string; account: string; place: string; who: string[]; purpose: string | null; visitId: number }

/** A reminder for every visit that begins within two hours, once for each hour it is planned for; how many were written. */
export async function remindOfVisits(posting: Omit<Posting, 'db'> & { db: Kysely<DB> }): Promise<number> {
  const { db, clock } = posting
  const now = clock.now()
  const soon = new Date(now.getTime() + hoursBefore * 3_600_000)
  const visits = (await visitsOf(db, { from: now.toISOString(), to: soon.toISOString(), states: ['planned'] })).filter(
    visit => Date.parse(visit.startsAt) > now.getTime(),
  )
  const [accounts, contacts, sites] = await Promise.all([
    accountNames(db, [...new Set(visits.map(visit => visit.accountId))]),
    contactNames(db, [...new Set(visits.flatMap(visit => visit.contactIds))]),
    sitesById(
      db,
      visits.flatMap(visit => visit.siteId ?? []),
    ),
  ])
  let written = 0
  for (const visit of visits) {
    const site = visit.siteId === null ? undefined : sites.get(visit.siteId)
    const reminder = {
      time: wallClockAt(visit.startsAt, visit.timeZone).time,
      account: accounts.get(visit.accountId)?.name ?? '',
      place: site ? [site.name, site.address, site.city].filter(Boolean).join(', ') : '',
      who: visit.contactIds.flatMap(id => contacts.get(id)?.name ?? []),
      purpose: visit.purpose,
      visitId: visit.id,
    }
    const id = await db.transaction().execute(transaction =>
      queueMail(
        { ...posting, db: transaction },
        {
          kind: 'reminder',
          personId: visit.personId,
          content: language => reminderWords(reminder, language),
          onceKey: `reminder ${visit.id} ${visit.startsAt}`,
        },
      ),
    )
    if (id !== null) written += 1
  }
  return written
}

export function reminderWords(
  { time, account, place, who, purpose, visitId }: Reminder,
  language: Language,
): Omit<MailContent, 'language'> {
  const english = language === 'en'
  const lines = [
    place && (english ? `Where: ${place}` : `地点：${place}`),
    who.length > 0 && (english ? `To meet: ${who.join(', ')}` : `会见：${who.join('、')}`),
    purpose && (english ? `What for: ${purpose}` : `目的：${purpose}`),
  ].filter(line => typeof line === 'string' && line !== '')
  return {
    subject: `${time} ${account}`,
    blocks: [
      { kind: 'heading', text: english ? `Visit at ${time}: ${account}` : `${time} 拜访 ${account}` },
      ...lines.map(text => ({ kind: 'paragraph' as const, text: text as string })),
      { kind: 'action', label: english ? 'Open the brief' : '查看简报', path: `/visits/${visitId}/brief` },
    ],
  }
}
