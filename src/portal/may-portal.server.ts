import { os } from '@orpc/server'
import type { Kysely } from 'kysely'
import { accountWithSubsidiaries } from '../accounts/group.server.ts'
import type { DB } from '../platform/database-types.ts'
import { declaring, type RequestContext } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { PortalActor } from '../platform/roles.ts'
import { type Member, memberOfUser } from './members.store.ts'

/** What a person may do for their account: a buyer signs, staff enter. */
export type PortalRight = 'buyer' | 'staff'

export type Portal = {
  member: Member
  actor: PortalActor
  /** Theirs first, then those below it where they were granted. */
  accounts: readonly { id: number; code: string; name: string }[]
}

export type PortalContext = RequestContext & {
  /** One read-only transaction under the portal's role: what is not the account's is not there. */
  db: Kysely<DB>
  /**
   * The department's own connection, for what is written. Whoever uses it first finds what they write to by `db`:
   * so that the database has said that it is theirs (docs/decisions/0027).
   */
  department: Kysely<DB>
  portal: Portal
}

const base = os.$context<RequestContext>()

export const right = (role: PortalActor['role']): PortalRight => (role === 'portal buyer' ? 'buyer' : 'staff')

/**
 * Who is signed in to the portal, over a database that shows what is theirs; for operations (`mayPortal`) and streams.
 * @throws Refusal not_signed_in, not_allowed, portal_closed
 */
export async function asPortal<T>(
  context: RequestContext,
  rights: readonly PortalRight[],
  work: (context: Pick<PortalContext, 'db' | 'department' | 'portal'>) => Promise<T>,
): Promise<T> {
  const { portalSignIn } = context
  if (!portalSignIn) throw new Refusal(context.actor ? 'not_allowed' : 'not_signed_in', { role: context.actor?.role })
  const { actor, token } = portalSignIn
  if (!rights.includes(right(actor.role))) throw new Refusal('not_allowed', { role: actor.role })
  const member = await memberOfUser(context.db, actor.id)
  if (!member || member.disabled) throw new Refusal('not_allowed', { role: actor.role })
  const below = await accountWithSubsidiaries(context.db, member.accountId)
  const portal: Portal = { member, actor, accounts: member.subsidiaries ? below : below.slice(0, 1) }
  return context.portalDatabase.as(token, db => work({ db, department: context.db, portal }))
}

/** Who of an account may do an operation of the portal: one readable line beside it. Nobody of the department may. */
export function mayPortal(...rights: readonly PortalRight[]) {
  const middleware = base.middleware(({ context, next }) =>
    asPortal(context, rights, async portalContext => next({ context: portalContext })),
  )
  return declaring(
    middleware,
    rights.map(each => `portal ${each}` as const),
  )
}

export const accountIdsOf = ({ accounts }: Portal): number[] => accounts.map(account => account.id)
