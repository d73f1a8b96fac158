import type { Language } from '../platform/language.ts'
import { currentDirectory, type Directory, type Figures, figuresAsOf } from './figures.server.ts'
import { guardReason } from './guard-words.ts'
import { type GuardFinding, type GuardKey, guardFindings } from './guards.ts'
import type { PolicyVersion } from './policy.store.ts'
import type { GuardSettings } from './policy.ts'
import { policyInForce } from './policy.use.ts'
import { type CurrentStanding, currentStanding, type ReadingAt } from './standing.use.ts'
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
  return guardFindings({
    table,
    tiers: Uint8Array.from(table.accounts, account => standing?.byAccount.get(account)?.tier ?? 0),
    owned: Uint8Array.from(table.accounts, account => (directory.byId.get(account)?.ownerId ? 1 : 0)),
    settings,
  })
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
