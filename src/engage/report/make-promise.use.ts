import { mayEditContacts } from '../../accounts/account-rights.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { mayKeepPromise } from './promise-rights.ts'
import { makePromises, type NewPromise } from './promises.server.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

/** What is said of a promise; ours without an owner is kept by whoever enters it. */
export type PromiseDraft = Pick<NewPromise, 'side' | 'what' | 'ownerId' | 'contactId' | 'due' | 'value'>

/**
 * Enters a promise of an account. Refused as `account_unknown`, `account_not_yours`, `promise_owner_unknown`,
 * `promise_contact_unknown`.
 */
export async function enterPromise(context: Acting, accountId: number, draft: PromiseDraft): Promise<number> {
  const today = await businessDay(context)
  return context.db.transaction().execute(async db => {
    const promise = { ...ownedBy(draft, context.actor.id), accountId, visitId: null }
    const may = (actor: Acting['actor'], account: { ownerId: string | null }) =>
      actor.role === 'executive' ? mayKeepPromise(actor, account, promise) : mayEditContacts(actor, account)
    await lockEditable(db, context.actor, accountId, may)
    await checkPromises(db, accountId, [promise])
    const [id] = await makePromises(db, context.actor, today, [promise])
    return id!
  })
}

/** Ours has an owner, the one who enters it unless another is named; theirs has none of ours. */
export function ownedBy<Draft extends PromiseDraft>(draft: Draft, actorId: string | null): Draft {
  return { ...draft, ownerId: draft.side === 'theirs' ? null : (draft.ownerId ?? actorId) }
}

/** Owners are people of ours who still work here, contacts those of the account. */
export async function checkPromises(
  db: Db,
  accountId: number,
  promises: readonly Pick<NewPromise, 'side' | 'ownerId' | 'contactId'>[],
): Promise<void> {
  const owners = new Set(promises.filter(promise => promise.side === 'ours').map(promise => promise.ownerId))
  for (const ownerId of owners) {
    const person = ownerId === null ? null : await findPerson(db, ownerId)
    if (!person || person.disabled) throw new Refusal('promise_owner_unknown')
  }
  const contactIds = [...new Set(promises.flatMap(promise => promise.contactId ?? []))]
  const contacts = await contactNames(db, contactIds)
  if (contactIds.some(id => contacts.get(id)?.accountId !== accountId)) throw new Refusal('promise_contact_unknown')
}
