import type { Kysely } from 'kysely'
import type { DB } from '../../platform/database-types.ts'
import { enterMembers, enterMessages } from '../../portal/enter-portal.use.ts'
import { demoDay } from '../company.ts'
import type { DemoCompany } from '../demo-company.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { demoOrders } from '../orders/orders.ts'
import { demoPortal } from './portal.ts'

type Loading = { db: Kysely<DB>; seed: string; actors: DemoActors; accounts: ReadonlyMap<string, number> }

/** People of some accounts at the portal, entered with one click like everybody of the demo, and their messages. */
export async function loadPortal({ db, seed, actors, accounts }: Loading, made: DemoCompany): Promise<void> {
  const orders = demoOrders(seed, made.accounts, made.contacts, made.products)
  const { members, messages } = demoPortal(seed, { ...made, orders }, demoDay)
  const idOf = (key: string) => `demo-portal-${key.toLowerCase()}`
  const owners = new Map(made.accounts.map(account => [account.code, account.ownerKey!]))
  await enterMembers(
    db,
    members.map(({ key, account, joinedOn, ...member }) => ({
      ...member,
      userId: idOf(key),
      accountId: accounts.get(account)!,
      invitedBy: actorOf(actors, owners.get(account)!).name,
      joinedAt: new Date(joinedOn),
    })),
  )
  const names = new Map(members.map(member => [member.key, member.name]))
  await enterMessages(
    db,
    messages.map(({ account, side, member, managerKey, text, at, isRead }) => ({
      accountId: accounts.get(account)!,
      side,
      author: member === null ? actorOf(actors, managerKey).name : names.get(member)!,
      authorId: member === null ? actorOf(actors, managerKey).id : idOf(member),
      orderId: null,
      text,
      sentAt: new Date(at),
      readAt: isRead ? new Date(Date.parse(at) + 3_600_000) : undefined,
    })),
  )
}
