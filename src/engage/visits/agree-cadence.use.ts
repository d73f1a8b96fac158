import { accountOwners, type OwnedAccount } from '../../accounts/account-owners.server.ts'
import { mayEditAccount } from '../../accounts/account-rights.ts'
import { changedFields } from '../../accounts/changed-fields.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { readSettings } from '../../platform/settings.server.ts'
import type { Cadence, CadenceFields } from './cadence.ts'
import { insertCadences, lockCadence, updateCadence } from './cadences.store.ts'
import { type MadeVisits, makeVisits } from './make-visits.use.ts'
import { readRule } from './recurrence.ts'
import { checkWhereAndWhom } from './visit-access.use.ts'
import { readVisitRules } from './visit-rules.store.ts'
import { isTimeZone } from './wall-clock.ts'
import { zoneOfCountry } from './zone-of-country.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor'> & { clock: Clock }

/** What must be said of a new cadence; the rest has defaults of the account and the rules. */
export type CadenceSaid = { accountId: number } & Pick<CadenceFields, 'personId' | 'rule' | 'localTime'> &
  Partial<CadenceFields>

export type AgreedCadence = { cadence: Cadence; visits: MadeVisits }

/** Agrees on a cadence and makes its visits. */
export async function addCadence(context: Acting, said: CadenceSaid): Promise<AgreedCadence> {
  return context.db.transaction().execute(async db => {
    const account = await lockEditable(db, context.actor, said.accountId)
    const person = await findPerson(db, said.personId)
    const [today, { timeZone }, { rules }] = await Promise.all([
      businessDay({ db, clock: context.clock }),
      readSettings(db),
      readVisitRules(db),
    ])
    const fields = {
      ...{ siteId: null, contactIds: [], until: null, purpose: null, durationMinutes: 60, startsOn: today },
      kind: person?.role === 'executive' ? ('executive' as const) : ('manager' as const),
      timeZone: zoneOfCountry(account.country, timeZone),
      holidayRegion: regionOf(account.country),
      onHoliday: rules.onHoliday,
      ...said,
    }
    await check(db, fields)
    await checkWhereAndWhom(db, said.accountId, fields)
    const [cadence] = await insertCadences(db, [fields])
    await record(db, context.actor, cadence!, 'agree', undefined, fields)
    return { cadence: cadence!, visits: await makeVisits({ db, clock: context.clock }, { ids: [cadence!.id] }) }
  })
}

/** Edits the version that was read; visits ahead that nobody touched follow. `until` in the past ends it. */
export async function editCadence(
  context: Acting,
  id: number,
  version: number,
  edit: Partial<CadenceFields>,
): Promise<AgreedCadence> {
  return context.db.transaction().execute(async db => {
    const cadence = await lockCadence(db, id)
    if (!cadence) throw new Refusal('cadence_unknown', { id })
    await editable(db, context.actor, cadence.accountId)
    if (cadence.version !== version) throw new Refusal('cadence_changed_meanwhile', { id })
    const { contactIds, ...rest } = edit
    const { before, after } = changedFields<Partial<CadenceFields>>(cadence, rest)
    if (contactIds && contactIds.join() !== cadence.contactIds.join()) {
      before.contactIds = cadence.contactIds
      after.contactIds = contactIds
    }
    if (Object.keys(after).length === 0) return { cadence, visits: { added: 0, changed: 0, gone: 0 } }
    const fields = { ...cadence, ...after }
    await check(db, fields)
    // Who stood there before may have moved to another account since.
    const added = after.contactIds?.filter(each => !cadence.contactIds.includes(each))
    await checkWhereAndWhom(db, cadence.accountId, { siteId: after.siteId, contactIds: added })
    const edited = await updateCadence(db, id, fields)
    await record(db, context.actor, edited, 'edit', before, after)
    return { cadence: edited, visits: await makeVisits({ db, clock: context.clock }, { ids: [id] }) }
  })
}

/** Holidays are those of the country, where it is written as a code. */
export const regionOf = (country: string | null): string | null =>
  country !== null && /^[A-Z]{2}$/.test(country) ? country : null

async function editable(db: Db, actor: Actor, accountId: number): Promise<OwnedAccount> {
  const account = (await accountOwners(db, [accountId])).get(accountId)
  if (!account) throw new Refusal('account_unknown', { id: accountId })
  if (!mayEditAccount(actor, account)) throw new Refusal('account_not_yours', { id: accountId, name: account.name })
  return account
}

async function check(db: Db, fields: Pick<CadenceFields, 'rule' | 'timeZone' | 'personId' | 'startsOn' | 'until'>) {
  if (!readRule(fields.rule)) throw new Refusal('cadence_rule_invalid', { rule: fields.rule })
  if (!isTimeZone(fields.timeZone)) throw new Refusal('time_zone_invalid', { timeZone: fields.timeZone })
  if (fields.until !== null && fields.until < fields.startsOn) throw new Refusal('cadence_ends_before_it_starts')
  const person = await findPerson(db, fields.personId)
  if (!person || person.disabled) throw new Refusal('visit_person_unknown', { id: fields.personId })
}

async function record(db: Db, actor: Actor, cadence: Cadence, operation: string, before?: unknown, after?: unknown) {
  const { id: subjectId, accountId } = cadence
  await recordChange(db, actor, { room: 'engage', subject: 'cadence', subjectId, accountId, operation, before, after })
}
