import { mayEditContacts } from '../../accounts/account-rights.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import { recordChange, recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import {
  type Advice,
  adviceOf,
  deleteAdvice,
  findAdvice,
  insertAdvice,
  type Outcome,
  writeOutcome,
} from './advice.store.ts'
import { findAlert } from './alerts.store.ts'
import type { Channel } from './following.ts'
import type { Measure } from './measures.ts'

export type Advising = Pick<ActorContext, 'db' | 'actor' | 'clock'>

export type Said = {
  siteIds: readonly number[]
  measures: readonly Measure[]
  words: string | null
  contactId: number | null
  channel: Channel
}

/**
 * What was advised about sites of one account, by the actor, now. Refused as `risk_alert_unknown`, `site_unknown`,
 * `account_not_yours`, `risk_sites_invalid` (of several accounts), `contact_unknown` (of another account).
 */
export async function giveAdvice({ db, actor, clock }: Advising, alertId: number, said: Said): Promise<Advice[]> {
  return db.transaction().execute(async transaction => {
    if (!(await findAlert(transaction, alertId))) throw new Refusal('risk_alert_unknown', { id: alertId })
    const sites = await sitesById(transaction, said.siteIds)
    const missing = said.siteIds.find(id => !sites.has(id))
    if (missing !== undefined) throw new Refusal('site_unknown', { id: missing })
    const [accountId, ...others] = new Set([...sites.values()].map(site => site.accountId))
    if (others.length > 0) throw new Refusal('risk_sites_invalid')
    await lockEditable(transaction, actor, accountId!, mayEditContacts)
    await checkContact(transaction, accountId!, said.contactId)
    const ids = await insertAdvice(
      transaction,
      [...sites.values()].map(site => ({
        alertId,
        accountId: site.accountId,
        siteId: site.id,
        siteName: site.name,
        measures: [...said.measures],
        words: said.words,
        givenBy: actor.id ?? actor.via,
        givenAt: clock.now(),
        contactId: said.contactId,
        channel: said.channel,
        goodsValue: site.goodsValue,
      })),
    )
    await recordChanges(
      transaction,
      actor,
      ids.map(id => ({ ...subjectOf(id, accountId!), operation: 'give', after: { alertId, ...said } })),
    )
    return (await adviceOf(transaction, [alertId])).filter(each => ids.includes(each.id))
  })
}

const subjectOf = (subjectId: number, accountId: number) =>
  ({ room: 'engage', subject: 'risk advice', subjectId, accountId }) as const

async function checkContact(db: Db, accountId: number, contactId: number | null): Promise<void> {
  if (contactId === null) return
  const contact = (await contactNames(db, [contactId])).get(contactId)
  if (contact?.accountId !== accountId) throw new Refusal('contact_unknown', { id: contactId })
}

async function lockAdvice(db: Db, actor: Advising['actor'], id: number): Promise<Advice> {
  const advice = await findAdvice(db, id)
  if (!advice) throw new Refusal('risk_advice_unknown', { id })
  await lockEditable(db, actor, advice.accountId, mayEditContacts)
  return advice
}

/** What came of advice; `followed` null takes the outcome back. Refused as `risk_advice_changed_meanwhile`. */
export async function recordOutcome(
  { db, actor, clock }: Advising,
  id: number,
  version: number,
  outcome: Outcome,
): Promise<Advice> {
  return db.transaction().execute(async transaction => {
    const advice = await lockAdvice(transaction, actor, id)
    if (advice.version !== version) throw new Refusal('risk_advice_changed_meanwhile', { name: advice.siteName })
    const none = { followed: null, lossAvoided: null, loss: null, outcomeWords: null }
    const said = outcome.followed === null ? none : outcome
    await writeOutcome(transaction, id, said, outcome.followed === null ? null : clock.now())
    const { followed, lossAvoided, loss, outcomeWords } = advice
    await recordChange(transaction, actor, {
      ...subjectOf(id, advice.accountId),
      operation: 'outcome',
      before: { followed, lossAvoided, loss, outcomeWords },
      after: said,
    })
    return (await findAdvice(transaction, id))!
  })
}

/** Takes back advice that was recorded by mistake; the trail keeps what it was. */
export async function withdrawAdvice({ db, actor }: Advising, id: number): Promise<void> {
  await db.transaction().execute(async transaction => {
    const advice = await lockAdvice(transaction, actor, id)
    await deleteAdvice(transaction, id)
    await recordChange(transaction, actor, {
      ...subjectOf(id, advice.accountId),
      operation: 'withdraw',
      before: advice,
    })
  })
}
