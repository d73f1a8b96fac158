import { ownersOf } from '../accounts/account-names.server.ts'
import type { Language } from '../platform/language.ts'
import { currentDirectory, type Directory, type Figures, figuresAsOf, figuresOfLedger } from './figures.server.ts'
import { guardReason } from './guard-words.ts'
import { type GuardFinding, type GuardKey, type GuardScale, guardFindings, guardScale } from './guards.ts'
import type { MeasureTable } from './measure-table.ts'
import type { PolicyVersion } from './policy.store.ts'
import type { GuardSettings } from './policy.ts'
import { policyInForce } from './policy.use.ts'
import { type CurrentStanding, currentStanding, currentStandingOf, type ReadingAt } from './standing.use.ts'
import { tierOf } from './tier.ts'

export interface FindingsNow {
  findings: readonly GuardFinding[]
  figures: Figures | null
  standing: CurrentStanding | null
  directory: Directory
  policy: PolicyVersion
}

const lastLooks = new WeakMap<ReadingAt['pool'], FindingsNow>()

/** Everything the guards find today: figures up to the ledger's last day, tiers of the standing, owners as they are. */
export async function findingsNow(context: ReadingAt): Promise<FindingsNow> {
  const policy = await policyInForce(context.db)
  const [figures, standing, directory] = await Promise.all([
    figuresAsOf(context, policy.policy.windowMonths),
    currentStanding(context),
    currentDirectory(context),
  ])
  // The three are the same objects until something changes; then the guards look again.
  const last = lastLooks.get(context.pool)
  if (
    last?.policy.version === policy.version &&
    last.figures === figures &&
    last.standing === standing &&
    last.directory === directory
  )
    return last
  const findings = figures ? look(figures, standing, directory, policy.policy.guards) : []
  const now = { findings, figures, standing, directory, policy }
  lastLooks.set(context.pool, now)
  return now
}

function look(
  { scorer: { table } }: Figures,
  standing: CurrentStanding | null,
  directory: Directory,
  settings: GuardSettings,
) {
  const input = {
    table,
    tiers: Uint8Array.from(table.accounts, account => standing?.byAccount.get(account)?.tier ?? 0),
    owned: Uint8Array.from(table.accounts, account => (directory.byId.get(account)?.ownerId ? 1 : 0)),
    settings,
  }
  return guardFindings(input, scaleOf(table))
}

const scales = new WeakMap<MeasureTable, GuardScale>()

function scaleOf(table: MeasureTable): GuardScale {
  const scale = scales.get(table) ?? guardScale(table)
  scales.set(table, scale)
  return scale
}

export interface FindingsOf {
  readonly findings: readonly GuardFinding[]
  readonly figures: Figures
  readonly scale: GuardScale
  readonly settings: GuardSettings
  /** Whether the account stands on a tier or has an owner. */
  readonly isLookedAfter: (account: number) => boolean
}

/** What the guards find of some accounts, without looking at all the others again, or (null) of all; null without a ledger. */
export async function findingsOf(context: ReadingAt, accounts: readonly number[] | null): Promise<FindingsOf | null> {
  if (accounts === null) {
    const { findings, figures, standing, directory, policy } = await findingsNow(context)
    if (!figures) return null
    const isLookedAfter = (account: number) =>
      (standing?.byAccount.get(account)?.tier ?? 0) > 0 || directory.byId.get(account)?.ownerId != null
    const scale = scaleOf(figures.scorer.table)
    return { findings, figures, scale, settings: policy.policy.guards, isLookedAfter }
  }
  const { policy } = await policyInForce(context.db)
  const figures = await figuresOfLedger(context, policy.windowMonths)
  if (!figures) return null
  const { table } = figures.scorer
  const [standing, owners] = await Promise.all([
    currentStandingOf(context, async () => accounts),
    ownersOf(context.db, accounts),
  ])
  const tiers = new Uint8Array(table.size)
  const owned = new Uint8Array(table.size)
  const rows = accounts.flatMap(account => figures.rowOf.get(account) ?? [])
  for (const row of rows) {
    tiers[row] = standing.get(table.accounts[row]!)?.tier ?? 0
    owned[row] = owners.get(table.accounts[row]!) ? 1 : 0
  }
  const scale = scaleOf(table)
  return {
    findings: guardFindings({ table, tiers, owned, settings: policy.guards }, scale, rows),
    figures,
    scale,
    settings: policy.guards,
    isLookedAfter: account => (standing.get(account)?.tier ?? 0) > 0 || owners.get(account) != null,
  }
}

/** A finding as pages and API show it. */
export function findingTold(
  finding: GuardFinding,
  { directory, standing }: Pick<FindingsNow, 'directory' | 'standing'>,
  language: Language,
) {
  const entry = directory.byId.get(finding.account)
  const tier = standing?.byAccount.get(finding.account)?.tier
  return {
    guard: finding.guard,
    account: { id: finding.account, code: entry?.code ?? '', name: entry?.name ?? '' },
    tier: tier === undefined ? null : tierOf(tier),
    ownerId: entry?.ownerId ?? null,
    atStake: finding.atStake,
    stake: finding.stake,
    values: { ...finding.values },
    reason: guardReason(finding, language),
  }
}

export async function readGuards(
  context: ReadingAt & { language: Language },
  { guard, ownerId, cursor, limit }: { guard?: GuardKey; ownerId?: string; cursor: number; limit: number },
) {
  const now = await findingsNow(context)
  const fitting = now.findings.filter(
    finding =>
      (guard === undefined || finding.guard === guard) &&
      (ownerId === undefined || (now.directory.byId.get(finding.account)?.ownerId ?? 'none') === ownerId),
  )
  return {
    window: { from: now.figures?.window.from ?? null, to: now.figures?.window.to ?? null },
    total: fitting.length,
    items: fitting.slice(cursor, cursor + limit).map(finding => findingTold(finding, now, context.language)),
    nextCursor: cursor + limit < fitting.length ? cursor + limit : null,
  }
}
