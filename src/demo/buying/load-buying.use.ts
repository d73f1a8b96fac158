import type { Kysely } from 'kysely'
import { contactsOfAccounts } from '../../accounts/contacts.server.ts'
import { newestRate } from '../../imports/rates.store.ts'
import type { BuyingFact } from '../../know/buying/buying-facts.contract.ts'
import { enterFacts } from '../../know/buying/say-fact.use.ts'
import { enterItems } from '../../know/installed/edit-item.use.ts'
import { setLife } from '../../know/installed/set-life.use.ts'
import { sitesOf } from '../../know/sites/sites.server.ts'
import { enterPotentials } from '../../know/white-space/set-potential.use.ts'
import type { DB } from '../../platform/database-types.ts'
import type { DemoCompany } from '../demo-company.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { demoInstalled, demoLives, demoPotentials } from './installed.ts'
import { type DemoFact, demoProfiles } from './profiles.ts'

type Loading = { db: Kysely<DB>; seed: string; actors: DemoActors; ids: ReadonlyMap<string, number> }

/** How accounts buy, what they have installed and what they could buy, each entered by who looks after them. */
export async function loadBuying(
  { db, seed, actors, ids }: Loading,
  { accounts, products }: Pick<DemoCompany, 'accounts' | 'products'>,
): Promise<void> {
  const idOf = (code: string) => ids.get(code)!
  const accountIds = [...ids.values()]
  const contacts = Map.groupBy(await contactsOfAccounts(db, accountIds), contact => contact.accountId)
  const sites = Map.groupBy(await sitesOf(db, accountIds), site => site.accountId)
  const contactAt = (account: string, post: number) => contacts.get(idOf(account))?.[post]?.id ?? null

  for (const [key, facts] of Map.groupBy(demoProfiles(seed, accounts), fact => fact.authorKey))
    await enterFacts(
      db,
      actorOf(actors, key),
      facts.map(({ account, learnedOn, post, toldBy, ...said }) => ({
        accountId: idOf(account),
        fact: withPeople(said, contactOfPost => contactAt(account, contactOfPost)),
        learnedOn,
        contactId: post === null ? null : contactAt(account, post),
        toldBy,
      })),
    )

  const office = actorOf(actors, 'tang.li')
  for (const [productLine, lifeMonths] of Object.entries(demoLives))
    await setLife({ db, actor: office }, { productLine, lifeMonths, version: null })
  for (const [key, items] of Map.groupBy(demoInstalled(seed, accounts, products), item => item.authorKey))
    await enterItems(
      db,
      actorOf(actors, key),
      newestRate,
      items.map(({ account, authorKey: _author, site, ...item }) => {
        const own = sites.get(idOf(account)) ?? []
        return { ...item, accountId: idOf(account), siteId: own[site % own.length]?.id ?? null, note: null }
      }),
    )
  for (const [key, potentials] of Map.groupBy(demoPotentials(seed, accounts, products), each => each.authorKey))
    await enterPotentials(
      db,
      actorOf(actors, key),
      potentials.map(({ account, authorKey: _author, ...potential }) => ({ ...potential, accountId: idOf(account) })),
    )
}

function withPeople(
  { fact, posts }: Pick<DemoFact, 'fact' | 'posts'>,
  contactAt: (post: number) => number | null,
): BuyingFact {
  if (fact.field !== 'process') return fact
  const steps = fact.value.steps.map((step, index) => ({ ...step, contactId: contactAt(posts[index] ?? -1) }))
  return { field: 'process', value: { steps } }
}
