import { contactNames } from '../../accounts/contact-names.server.ts'
import type { Tier } from '../../identify/tier.ts'
import type { Db } from '../../platform/database.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { type KnownPerson, peopleOf } from '../know.server.ts'
import { readProfiles } from '../people/profiles.store.ts'
import { contactDaysOf, leaversOf } from './gap-facts.store.ts'
import type { PersonInPicture, Picture, Tie } from './gaps.ts'

/**
 * What the gap rules look at, of these accounts: a fixed number of statements whatever their number. A colleague who
 * has left us knows nobody any more.
 */
export async function picturesOf(
  db: Db,
  accounts: readonly { id: number; tier: Tier }[],
  today: string,
): Promise<Map<number, Picture>> {
  const ids = accounts.map(account => account.id)
  const [known, leavers, ours] = await Promise.all([peopleOf(db, ids), leaversOf(db, ids, today), listPeople(db)])
  if (known.length + leavers.length === 0)
    return new Map(accounts.map(({ id, tier }) => [id, { tier, people: [], ties: [], days: new Map() }]))
  const leaverIds = leavers.map(leaver => leaver.contactId)
  const [days, profiles, names] = await Promise.all([
    contactDaysOf(
      db,
      known.map(person => person.contactId),
      today,
    ),
    readProfiles(db, leaverIds),
    contactNames(db, leaverIds),
  ])
  const colleagues = new Map(ours.filter(person => !person.disabled).map(person => [person.id, person.name]))
  const leftOf = new Map(leavers.map(leaver => [`${leaver.accountId} ${leaver.contactId}`, leaver.leftOn]))
  const byAccount = Map.groupBy(known, person => person.accountId)
  const leaversByAccount = Map.groupBy(leavers, leaver => leaver.accountId)
  return new Map(
    accounts.map(({ id, tier }): [number, Picture] => {
      const people = byAccount.get(id) ?? []
      const listed = new Set(people.map(person => person.contactId))
      const gone = (leaversByAccount.get(id) ?? []).filter(leaver => !listed.has(leaver.contactId))
      return [
        id,
        {
          tier,
          people: [
            ...people.map(person => inPicture(person, leftOf.get(`${id} ${person.contactId}`) ?? null)),
            ...gone.map(({ contactId, leftOn }) => ({
              contactId,
              name: names.get(contactId)?.name ?? '',
              buyingRole: profiles.get(contactId)?.buyingRole ?? null,
              influence: profiles.get(contactId)?.influence ?? null,
              stance: profiles.get(contactId)?.stance ?? null,
              leftOn,
            })),
          ],
          ties: people.flatMap(person => tiesOf(person, colleagues)),
          days: new Map(
            people.map(person => [person.contactId, daysOf(person, days.get(person.contactId) ?? [], today)]),
          ),
        },
      ]
    }),
  )
}

const inPicture = (
  { contactId, name, buyingRole, influence, stance }: KnownPerson,
  leftOn: string | null,
): PersonInPicture => ({ contactId, name, buyingRole, influence, stance, leftOn })

const tiesOf = ({ contactId, acquaintances }: KnownPerson, colleagues: ReadonlyMap<string, string>): Tie[] =>
  acquaintances.flatMap(({ personId, strength }) => {
    const personName = colleagues.get(personId)
    return personName === undefined ? [] : [{ contactId, personId, personName, strength }]
  })

/** The recorded days and the last one of each acquaintance, which may come from an import. */
function daysOf({ acquaintances }: KnownPerson, recorded: readonly string[], today: string): string[] {
  const last = acquaintances.flatMap(({ lastContactOn }) =>
    lastContactOn !== null && lastContactOn <= today ? lastContactOn : [],
  )
  return [...new Set([...recorded, ...last])].sort()
}
