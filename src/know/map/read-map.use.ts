import { mayEditContacts } from '../../accounts/account-rights.ts'
import { findAccount } from '../../accounts/accounts.store.ts'
import { accountWithSubsidiaries } from '../../accounts/group.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { peopleOf } from '../know.server.ts'
import { linesAmong } from './lines.store.ts'
import { type MapKey, placesOf } from './places.store.ts'

/** Everything that an account's map shows; colleagues who have left us are not among ours. Refused as `account_unknown`. */
export async function readMap({ db, actor }: Pick<ActorContext, 'db' | 'actor'>, { accountId, wide }: MapKey) {
  const account = await findAccount(db, accountId)
  if (!account) throw new Refusal('account_unknown', { id: accountId })
  const group = await accountWithSubsidiaries(db, accountId)
  const accounts = wide ? group : group.slice(0, 1)
  const [people, everybody] = await Promise.all([
    peopleOf(
      db,
      accounts.map(each => each.id),
    ),
    listPeople(db),
  ])
  const ids = people.map(person => person.contactId)
  const [lines, positions] = await Promise.all([linesAmong(db, ids), placesOf(db, { accountId, wide })])
  const colleagues = new Map(everybody.filter(person => !person.disabled).map(person => [person.id, person]))
  const acquaintances = people.flatMap(({ contactId, acquaintances: known }) =>
    known
      .filter(({ personId }) => colleagues.has(personId))
      .map(({ personId, strength, lastContactOn }) => ({ contactId, personId, strength, lastContactOn })),
  )
  const shown = new Set(ids)
  const ours = [...new Set(acquaintances.map(each => each.personId))]
  return {
    accounts,
    subsidiaries: group.length - 1,
    people: people.map(({ contactId, accountId: at, name, title, buyingRole, influence, stance }) => ({
      contactId,
      accountId: at,
      name,
      title,
      buyingRole,
      influence,
      stance,
    })),
    ours: ours.map(id => ({ personId: id, name: colleagues.get(id)!.name, title: colleagues.get(id)!.title })),
    acquaintances,
    lines,
    positions: positions.filter(({ contactId, personId }) =>
      contactId === null ? ours.includes(personId!) : shown.has(contactId),
    ),
    mayEdit: mayEditContacts(actor, account),
  }
}
