import type { Kysely } from 'kysely'
import type pg from 'pg'
import { accountCodes } from '../accounts/accounts.server.ts'
import { fitValueModel } from '../identify/identify.server.ts'
import type { Clock } from '../platform/clock.ts'
import type { DB } from '../platform/database-types.ts'
import { writeSettings } from '../platform/settings.server.ts'
import { productCodes } from '../products/products.server.ts'
import { sendDigests } from '../today/digest/send-digests.use.ts'
import { loadAllocation } from './allocation/load-allocation.use.ts'
import { loadBuying } from './buying/load-buying.use.ts'
import { company, demoDay } from './company.ts'
import { loadPlanned } from './deliveries/load-planned.use.ts'
import { demoCompany, usualSeed } from './demo-company.ts'
import { demoFiles } from './demo-files.ts'
import { demoDuplicates } from './duplicates/duplicates.ts'
import { loadDuplicates } from './duplicates/load-duplicates.use.ts'
import { demoEvents } from './events/events.ts'
import { loadEvents } from './events/load-events.use.ts'
import { loadSponsors } from './executives/load-sponsors.use.ts'
import { demoSponsors } from './executives/sponsors.ts'
import { loadForecasts } from './forecast/load-forecasts.use.ts'
import { demoSource, loadFiles } from './load-files.use.ts'
import { loadJudgements } from './load-judgements.use.ts'
import { loadOwners } from './load-owners.use.ts'
import { actorOf, loadPeople } from './load-people.use.ts'
import { loadPolicy, loadReviews } from './load-reviews.use.ts'
import { loadMessages } from './messages/load-messages.use.ts'
import { loadNotes } from './notes/load-notes.use.ts'
import { demoNotes } from './notes/notes.ts'
import { loadOrders } from './orders/load-orders.use.ts'
import { loadMovesAndErasures, loadPeopleKnown } from './people-known/load-people-known.use.ts'
import { demoErased, demoMoves, demoPeopleKnown } from './people-known/people-known.ts'
import { loadPortal } from './portal/load-portal.use.ts'
import { loadPromises } from './promises/load-promises.use.ts'
import { loadProposals } from './proposals/load-proposals.use.ts'
import { loadRelationships } from './relationships/load-relationships.use.ts'
import { demoLines } from './relationships/relationships.ts'
import { loadAbsences } from './requests/load-absences.use.ts'
import { loadRequests } from './requests/load-requests.use.ts'
import { demoRequests } from './requests/requests.ts'
import { loadSeasons } from './season/load-season.use.ts'
import { loadSites } from './sites/load-sites.use.ts'
import { loadStock } from './stock/load-stock.use.ts'
import { loadVisits } from './visits/load-visits.use.ts'

/** The demo's people enter everything on the first working day after its last; there the demo's clock stands for ever. */
const clock: Clock = { now: () => new Date(`${demoDay}T01:00:00Z`) }

export type DemoStep = 'company' | 'people' | 'files' | 'decisions' | 'reviews'

/** `file` is the file just being imported; `share` goes from 0 to 1 over the whole loading. */
export type DemoProgress = { step: DemoStep; file: string | null; share: number }

export type DemoLoading = {
  db: Kysely<DB>
  pool: pg.Pool
  seed?: string
  /** Where the secret lies that signs links in mails; without it no mails are written. */
  dataDirectory?: string
  onProgress?: (progress: DemoProgress) => void
}

/**
 * Fills an empty database with the made-up company, by the product's own paths: its people, the files of its ERP, what
 * the people decided, a policy and three past reviews. About ten seconds. The caller sets the setting `demo` and clears
 * the database when loading was cut short.
 */
export async function loadDemo({
  db,
  pool,
  seed = usualSeed,
  dataDirectory,
  onProgress = () => undefined,
}: DemoLoading): Promise<void> {
  onProgress({ step: 'company', file: null, share: 0 })
  const made = demoCompany(seed)
  await writeSettings(db, {
    companyName: company.name,
    baseCurrency: company.baseCurrency,
    fiscalYearStartMonth: company.fiscalYearStartMonth,
    timeZone: company.timeZone,
    demoDay,
  })
  onProgress({ step: 'people', file: null, share: 0.08 })
  const actors = await loadPeople(db, made.people)
  const files = demoFiles(made)
  await loadFiles(db, pool, actorOf(actors, 'su.yan'), files, file =>
    onProgress({ step: 'files', file: file.name, share: 0.1 + (0.75 * files.indexOf(file)) / files.length }),
  )
  onProgress({ step: 'decisions', file: null, share: 0.85 })
  const ids = await accountIds(pool)
  await loadOwners(db, actors, made.accounts, ids)
  const loading = { db, pool, clock }
  await loadJudgements(loading, actors, made, ids)
  onProgress({ step: 'reviews', file: null, share: 0.9 })
  await loadPolicy(loading, actors)
  await loadReviews(loading, actors)
  const people = { db, clock, actors, ids }
  await loadPeopleKnown(people, made.accounts, demoPeopleKnown(seed, made.accounts, made.contacts))
  await loadNotes(db, actors, demoNotes(seed, made.accounts), ids)
  await loadRelationships({ db, seed, actors, ids }, made.accounts, demoLines(seed, made.accounts, made.contacts))
  await loadSites({ db, clock }, seed, actors, made.accounts, ids)
  await loadVisits(loading, seed, actors, made.accounts, ids)
  await loadSponsors(db, actors, demoSponsors(seed, made.accounts), ids)
  await loadEvents(db, actors, demoEvents(seed, made.accounts), ids)
  await loadRequests(db, actors, demoRequests(seed, made.accounts), ids)
  await loadAbsences(db, clock, actors)
  await loadMovesAndErasures(people, demoMoves(made.accounts, made.contacts), demoErased(made.accounts, made.contacts))
  // Reports tell of visits that were held: these come first.
  await loadPromises({ db, seed, actors, ids }, made.accounts)
  await loadBuying({ db, seed, actors, ids }, made)
  const products = await productIds(pool)
  await loadStock({ db, seed, clock, accounts: ids, products }, made)
  await loadMessages({ db, pool, seed, clock, dataDirectory, actors, accounts: ids, products }, made)
  await loadForecasts({ db, pool, seed, clock, actors }, made, { accounts: ids, products })
  await loadPlanned({ db, seed, clock, actors, accounts: ids }, made.accounts)
  await loadOrders({ db, seed, dataDirectory, actors, accounts: ids, products }, made)
  await loadPortal({ db, seed, actors, accounts: ids }, made)
  await loadProposals({ db, pool, seed, clock, actors, accounts: ids, products }, made)
  await loadAllocation({ db, pool, seed, clock, actors, accounts: ids, products }, made)
  await loadSeasons({ db, seed, clock, actors })
  await loadDuplicates(loading, actors, demoDuplicates(made.accounts), ids)
  await fitValueModel({ db, pool })
  if (dataDirectory) await sendDigests({ db, pool, clock, dataDirectory })
}

async function accountIds(pool: pg.Pool): Promise<Map<string, number>> {
  const client = await pool.connect()
  try {
    return await accountCodes(client, demoSource)
  } finally {
    client.release()
  }
}

async function productIds(pool: pg.Pool): Promise<Map<string, number>> {
  const client = await pool.connect()
  try {
    return await productCodes(client, demoSource)
  } finally {
    client.release()
  }
}
