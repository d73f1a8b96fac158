import { createHash } from 'node:crypto'
import type pg from 'pg'
import { accountDirectory, type DirectoryEntry, directoryVersion } from '../accounts/directory.server.ts'
import { ledgerSpan, ledgerVersion, someSumsByAccount } from '../ledger/ledger.server.ts'
import { listChanges } from '../platform/audit.server.ts'
import type { Db } from '../platform/database.server.ts'
import { accountFacts } from './account-facts.server.ts'
import { followDirectory } from './follow-directory.use.ts'
import { followLedger, type HeldFacts } from './follow-ledger.use.ts'
import { judgedValues, newestJudgement } from './judgements.store.ts'
import { Kept } from './kept.ts'
import { type FactPart, factParts, ledgerFacts, withParts } from './ledger-facts.use.ts'
import { type AccountFacts, measureTable } from './measure-table.ts'
import type { Policy } from './policy.ts'
import { type ReviewWindow, reviewWindow } from './review-window.ts'
import { createScorer, type Scorer } from './score.ts'
import { newestValueModel, type ValueModel } from './value-model.store.ts'

/** Where a use case reads: any connection or transaction, and the pool that tells the process's databases apart. */
export type Reading = { db: Db; pool: pg.Pool }

/** Everything known of every account as of a day, ready to be scored; the same object until something changes. */
export interface Figures {
  readonly scorer: Scorer
  readonly window: ReviewWindow
  readonly ledgerVersion: number
  /** What they were computed from, as one comparable text. */
  readonly inputs: string
  /** Row of an account in the table. */
  readonly rowOf: ReadonlyMap<number, number>
}

export interface Directory {
  /** As accounts.directoryVersion says it, and the newest entry of the trail before it was read. */
  readonly version: string
  readonly trailed: number
  /** Differs when something changed that points and gates depend on; a new name or owner does not. */
  readonly deciding: string
  readonly entries: readonly DirectoryEntry[]
  readonly byId: ReadonlyMap<number, DirectoryEntry>
}

interface Shelf {
  /** The newest version of the ledger that somebody has read under. */
  ledgerVersion: number
  readonly sums: Kept<RankedSums[]>
  readonly spans: Kept<{ from: string; to: string } | null>
  readonly directories: Kept<Directory>
  readonly ledger: Kept<HeldFacts>
  readonly figures: Kept<Figures>
  readonly frozen: Kept<Scorer>
  /** The changes of few accounts are laid over it. */
  latestDirectory: Directory | null
  /** The last that were made whole. */
  latest: Figures | null
}
const shelves = new WeakMap<pg.Pool, Shelf>()

const seenVersions = new WeakMap<pg.Pool, { trail: string; version: string; at: number }>()

function shelfOf(pool: pg.Pool): Shelf {
  let shelf = shelves.get(pool)
  if (!shelf) {
    shelf = {
      ledgerVersion: 0,
      spans: new Kept(1),
      sums: new Kept(2),
      directories: new Kept(1),
      ledger: new Kept(1),
      figures: new Kept(2),
      frozen: new Kept(2),
      latestDirectory: null,
      latest: null,
    }
    shelves.set(pool, shelf)
  }
  return shelf
}

/** What was computed from an older ledger is let go before anything is computed from a newer one: both would be too much. */
async function currentLedgerVersion({ db, pool }: Reading): Promise<number> {
  const version = await ledgerVersion(db)
  const shelf = shelfOf(pool)
  if (version > shelf.ledgerVersion) {
    shelf.ledgerVersion = version
    shelf.sums.clear()
    shelf.ledger.clear()
    shelf.figures.clear()
    shelf.latest = null
  }
  return version
}

/** All accounts as they are now. */
export async function currentDirectory({ db, pool }: Reading): Promise<Directory> {
  const version = await directorySeen({ db, pool })
  const shelf = shelfOf(pool)
  return shelf.directories.get(version, async () => {
    const trailed = (await listChanges(db, { limit: 1 }))[0]?.id ?? 0
    const held = shelf.latestDirectory
    const followed = held && (await followDirectory(db, held, version))
    const entries = followed?.entries ?? (await accountDirectory(db))
    const deciding = held && followed?.sameDeciding ? held.deciding : decidingPart(entries)
    const made = { version, trailed, deciding, entries, byId: new Map(entries.map(entry => [entry.id, entry])) }
    shelf.latestDirectory = made
    return made
  })
}

/**
 * Looking whether any of 100,000 accounts has changed takes 20 ms; every change leaves a trail, whose newest entry is
 * found at once. A transaction that left its trail earlier may commit later: hence every five seconds it looks anyway.
 */
async function directorySeen({ db, pool }: Reading): Promise<string> {
  const [[newest], ledger] = await Promise.all([listChanges(db, { limit: 1 }), ledgerVersion(db)])
  const trail = `${newest?.id ?? 0} ${ledger}`
  const seen = seenVersions.get(pool)
  if (seen?.trail === trail && performance.now() - seen.at < 5_000) return seen.version
  const at = performance.now()
  const version = await directoryVersion(db)
  seenVersions.set(pool, { trail, version, at })
  return version
}

function decidingPart(entries: readonly DirectoryEntry[]): string {
  const hash = createHash('sha256')
  for (const { id, code, cooperationSince, legalStandingConfirmedOn } of entries)
    hash.update(`${id} ${code} ${cooperationSince} ${legalStandingConfirmedOn}\n`)
  return hash.digest('hex').slice(0, 16)
}

/** First and last day of the ledger under a version of it; null while it is empty. */
export function spanOf({ db, pool }: Reading, version: number): Promise<{ from: string; to: string } | null> {
  return shelfOf(pool).spans.get(String(version), () => ledgerSpan(db))
}

/** What ranking needs of an account with lines in a window; amounts exact, null where unknown. */
export interface RankedSums {
  readonly account: number
  readonly lines: number
  readonly documents: number
  readonly revenue: string
  readonly costedRevenue: string
  readonly margin: string | null
  readonly costToServe: string
  readonly contribution: string | null
  readonly lastDay: string | null
}

const rankedKeys = [
  'lines',
  'documents',
  'revenue',
  'costedRevenue',
  'margin',
  'costToServe',
  'contribution',
  'lastDay',
] as const

/** Accounts with lines in a window (the whole ledger without bounds), in the order of codes, which decides ties. */
export async function rankedSums(
  reading: Reading,
  { from, to }: { from?: string; to?: string },
): Promise<RankedSums[]> {
  const version = await currentLedgerVersion(reading)
  const directory = await currentDirectory(reading)
  const key = `${version} ${from ?? ''} ${to ?? ''} ${directory.deciding}`
  return shelfOf(reading.pool).sums.get(key, async () => {
    const sums = await someSumsByAccount(reading.db, { from, to }, rankedKeys)
    const sumsOf = new Map(sums.map(row => [row.accountId, row]))
    return directory.entries.flatMap((entry): RankedSums[] => {
      const own = sumsOf.get(entry.id)
      if (!own || own.lines === 0) return []
      const { lines, documents, revenue, costedRevenue, margin, costToServe, contribution, lastDay } = own
      return [
        { account: entry.id, lines, documents, revenue, costedRevenue, margin, costToServe, contribution, lastDay },
      ]
    })
  })
}

/** What figures over the `windowMonths` up to a day are computed from, before anything is computed. */
async function sourcesAsOf(reading: Reading, windowMonths: number, asOf: string | undefined) {
  const { db } = reading
  const version = await currentLedgerVersion(reading)
  const span = await spanOf(reading, version)
  if (!span) return null
  const window = reviewWindow(asOf ?? span.to, windowMonths)
  const [directory, judgement, model] = await Promise.all([
    currentDirectory(reading),
    newestJudgement(db),
    newestValueModel(db),
  ])
  const inputs = `ledger ${version} ${window.from} ${window.to}, accounts ${directory.deciding}, judgement ${judgement}, model ${model?.id ?? 0}`
  return { version, span, window, directory, model, inputs }
}

/** The `inputs` that figures would have now: who kept something under them need not gather the facts of all accounts. */
export async function inputsAsOf(reading: Reading, windowMonths: number, asOf?: string): Promise<string | null> {
  return (await sourcesAsOf(reading, windowMonths, asOf))?.inputs ?? null
}

/**
 * Figures over the `windowMonths` up to a day (the ledger's last one where it is not given); null while the ledger is
 * empty. `parts` are the slow facts that are needed; measures of the others may be empty.
 */
export async function figuresAsOf(
  reading: Reading,
  windowMonths: number,
  asOf?: string,
  parts: readonly FactPart[] = factParts,
): Promise<Figures | null> {
  const sources = await sourcesAsOf(reading, windowMonths, asOf)
  if (!sources) return null
  const { version, window, inputs } = sources
  const { figures } = shelfOf(reading.pool)
  const whole = figures.find(partKey(inputs, factParts))
  if (whole) return whole
  return figures.get(partKey(inputs, parts), async () => {
    const facts = await gatherFacts(reading, sources, parts)
    const made: Figures = {
      scorer: createScorer(measureTable(facts, window.to)),
      window,
      ledgerVersion: version,
      inputs,
      rowOf: new Map(facts.map((fact, row) => [fact.account, row])),
    }
    if (parts.length === factParts.length) shelfOf(reading.pool).latest = made
    return made
  })
}

/**
 * Figures of the ledger as it stands, whatever people have said of accounts since they were made: enough for what rests
 * on the ledger alone, and quick after a change of one account. Null while the ledger is empty. `parts` as for figuresAsOf.
 */
export async function figuresOfLedger(
  reading: Reading,
  windowMonths: number,
  parts: readonly FactPart[] = factParts,
): Promise<Figures | null> {
  const version = await currentLedgerVersion(reading)
  const span = await spanOf(reading, version)
  if (!span) return null
  const { latest } = shelfOf(reading.pool)
  const window = reviewWindow(span.to, windowMonths)
  const same = latest?.ledgerVersion === version && latest.window.from === window.from && latest.window.to === window.to
  return same ? latest : figuresAsOf(reading, windowMonths, undefined, parts)
}

const partKey = (key: string, parts: readonly FactPart[]): string =>
  `${key}, ${factParts.filter(part => parts.includes(part)).join(' ')}`

const fewerParts = (parts: readonly FactPart[]): (readonly FactPart[])[] =>
  [[], ...factParts.map(part => [part])].filter(
    fewer => fewer.length < parts.length && fewer.every(part => parts.includes(part)),
  )

/** The slow facts that a standing by this policy depends on. */
export function partsNeeded({ criteria }: Policy): FactPart[] {
  const used = new Set(criteria.filter(criterion => criterion.weight > 0).map(criterion => criterion.measure))
  const buying = used.has('silence') || used.has('probabilityAlive') || used.has('expectedContribution')
  return [...(used.has('productBreadth') ? (['breadth'] as const) : []), ...(buying ? (['purchases'] as const) : [])]
}

/** The facts behind figures, for a review that freezes them. */
export async function factsOf(reading: Reading, { window, ledgerVersion: version }: Figures): Promise<AccountFacts[]> {
  const [span, directory, model] = await Promise.all([
    spanOf(reading, version),
    currentDirectory(reading),
    newestValueModel(reading.db),
  ])
  return gatherFacts(reading, { version, span: span!, window, directory, model }, factParts)
}

interface Sources {
  version: number
  span: { from: string; to: string }
  window: ReviewWindow
  directory: Directory
  model: ValueModel | undefined
}

async function gatherFacts(
  { db, pool }: Reading,
  { version, span, window, directory, model }: Sources,
  parts: readonly FactPart[],
) {
  const { facts: fromLedger } = await heldFacts({ db, pool }, { version, window, ledgerFrom: span.from }, parts)
  // Up to the ledger's last day all counts that people have said until now; of an earlier day, what was said by then.
  const saidBy = window.to === span.to ? endOfTime : window.to
  const judged = await judgedValues(db, saidBy)
  return directory.entries.flatMap(entry => {
    const own = fromLedger.get(entry.id)
    return own ? accountFacts(entry, own, judged.get(entry.id) ?? {}, model, saidBy) : []
  })
}

/** Facts of the last window asked for; those of a later version follow from them where few accounts have moved. */
const latestFacts = new WeakMap<pg.Pool, HeldFacts>()

function heldFacts(
  { db, pool }: Reading,
  now: Pick<HeldFacts, 'version' | 'window' | 'ledgerFrom'>,
  parts: readonly FactPart[],
): Promise<HeldFacts> {
  const { version, window, ledgerFrom } = now
  const { ledger } = shelfOf(pool)
  const key = `${version} ${window.from} ${window.to}`
  const whole = ledger.find(partKey(key, factParts))
  if (whole) return whole
  const begun = fewerParts(parts).map(fewer => ledger.find(partKey(key, fewer)))
  return ledger.get(partKey(key, parts), async () => {
    // What somebody gathers at this moment is waited for and completed, rather than gathered twice.
    await Promise.allSettled(begun)
    const latest = latestFacts.get(pool)
    const followed = latest ? await followLedger(db, latest, now) : null
    const lacking = followed ? parts.filter(part => !followed.parts.includes(part)) : []
    const held = !followed
      ? { ...now, ...(await ledgerFacts(db, window, ledgerFrom, undefined, parts)) }
      : lacking.length > 0
        ? { ...followed, ...(await withParts(db, window, followed, lacking)) }
        : followed
    latestFacts.set(pool, held)
    return held
  })
}

const endOfTime = '9999-12-31'

/** A past review's figures, made again from what it froze. */
export function frozenScorer({ pool }: Reading, reviewId: number, read: () => Promise<Scorer>): Promise<Scorer> {
  return shelfOf(pool).frozen.get(String(reviewId), read)
}
