import type { AccountNow } from '../../identify/accounts-now.use.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { type Dismissal, dismissalsInForce } from './dismissals.store.ts'
import { stakeOf } from './gap-stake.ts'
import { type Gap, gapsOf } from './gaps.ts'
import { picturesOf } from './pictures.use.ts'

export type FoundGap = Gap & { account: AccountNow; atStake: string | null; dismissal: Dismissal | null }

/**
 * The gaps of these accounts on the company's day, account by account, the gravest first; dismissed ones carry their
 * dismissal. A fixed number of statements whatever the number of accounts.
 */
export async function gapsOfAccounts(
  context: Pick<ActorContext, 'db' | 'clock'>,
  accounts: readonly AccountNow[],
): Promise<FoundGap[]> {
  const today = await businessDay(context)
  const [pictures, dismissals] = await Promise.all([
    picturesOf(context.db, accounts, today),
    dismissalsInForce(
      context.db,
      accounts.map(account => account.id),
      today,
    ),
  ])
  const dismissed = new Map(dismissals.map(each => [gapKey(each.accountId, each), each]))
  return accounts.flatMap(account =>
    gapsOf(pictures.get(account.id)!, today).map(gap => ({
      ...gap,
      account,
      atStake: stakeOf(gap.kind, account),
      dismissal: dismissed.get(gapKey(account.id, gap)) ?? null,
    })),
  )
}

const gapKey = (accountId: number, { kind, contactId }: Pick<Gap, 'kind' | 'contactId'>): string =>
  `${accountId} ${kind} ${contactId ?? ''}`
