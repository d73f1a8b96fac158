import { mayEditContacts } from '../../accounts/account-rights.ts'
import type { Actor } from '../../platform/roles.ts'

/** Who looks after an account or the supply of all; of more than one account administrators, heads and the back office. */
export function mayAdjust(actor: Pick<Actor, 'id' | 'role'>, account: { ownerId: string | null } | null): boolean {
  return mayEditContacts(actor, account ?? { ownerId: null })
}
