import { mayEditAccount, mayEditContacts } from '../../accounts/account-rights.ts'
import { findAccount } from '../../accounts/accounts.store.ts'
import { accountsLookedAfter, accountsNow } from '../../identify/accounts-now.use.ts'
import type { Tier } from '../../identify/tier.ts'
import type { Language } from '../../platform/language.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type FoundGap, gapsOfAccounts } from './found-gaps.use.ts'
import { gapReason } from './gap-words.ts'
import { type GapKind, gapKinds } from './gaps.ts'

type Asking = Pick<ActorContext, 'db' | 'pool' | 'clock' | 'actor' | 'language'>

/** Open and dismissed gaps of one account, whatever its tier. Refused as `account_unknown`. */
export async function readAccountGaps(context: Asking, accountId: number) {
  const found = await findAccount(context.db, accountId)
  if (!found) throw new Refusal('account_unknown', { id: accountId })
  const gaps = await gapsOfAccounts(context, await accountsNow(context, [accountId]))
  return {
    gaps: gaps.filter(gap => gap.dismissal === null).map(gap => told(gap, context.language)),
    dismissed: gaps.flatMap(gap =>
      gap.dismissal ? [{ ...told(gap, context.language), dismissal: gap.dismissal }] : [],
    ),
    mayEdit: mayEditContacts(context.actor, found),
    mayDismiss: mayEditAccount(context.actor, found),
  }
}

type Wanted = { ownerId?: string; tier?: Tier; kind?: GapKind; cursor: number; limit: number }

/** Gaps of all accounts looked after, most money at stake first, then the gravest; the dismissed are left out. */
export async function readGaps(context: Asking, { ownerId, tier, kind, cursor, limit }: Wanted) {
  const accounts = (await accountsLookedAfter(context)).filter(
    account =>
      (ownerId === undefined || (account.ownerId ?? 'none') === ownerId) &&
      (tier === undefined || account.tier === tier),
  )
  const open = (await gapsOfAccounts(context, accounts)).filter(gap => gap.dismissal === null)
  const counted = new Map(gapKinds.map(each => [each, 0]))
  for (const gap of open) counted.set(gap.kind, counted.get(gap.kind)! + 1)
  const fitting = open
    .filter(gap => kind === undefined || gap.kind === kind)
    .sort((left, right) => Number(right.atStake ?? 0) - Number(left.atStake ?? 0))
  return {
    items: fitting.slice(cursor, cursor + limit).map(gap => ({
      ...told(gap, context.language),
      account: { id: gap.account.id, code: gap.account.code, name: gap.account.name },
      tier: gap.account.tier,
      ownerId: gap.account.ownerId,
    })),
    total: fitting.length,
    accounts: new Set(fitting.map(gap => gap.account.id)).size,
    counts: [...counted].map(([each, gaps]) => ({ kind: each, gaps })),
    nextCursor: cursor + limit < fitting.length ? cursor + limit : null,
  }
}

const told = ({ kind, contactId, severity, values, atStake }: FoundGap, language: Language) => ({
  kind,
  contactId,
  severity,
  values: { ...values },
  reason: gapReason({ kind, values }, language),
  atStake,
})
