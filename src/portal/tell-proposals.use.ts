import type { Clock } from '../platform/clock.ts'
import type { Db } from '../platform/database.server.ts'
import { findPeople } from '../platform/people.store.ts'
import { proposedSince } from '../supply/orders/orders.server.ts'
import { mailProposal } from './mail-link.server.ts'
import { membersOf } from './members.store.ts'

/** What was proposed longer ago was told, or its buyers have come in since. */
const hoursBack = 24

/** Tells every buyer of an account by mail what was proposed to it, each proposal once. Answers how many mails. */
export async function tellProposals(db: Db, clock: Clock): Promise<number> {
  const orders = await proposedSince(db, new Date(clock.now().getTime() - hoursBack * 3_600_000))
  if (orders.length === 0) return 0
  const members = await membersOf(db, [...new Set(orders.map(order => order.accountId))])
  const proposers = await findPeople(
    db,
    orders.flatMap(order => order.proposedBy ?? []),
  )
  let told = 0
  for (const order of orders) {
    const replyTo = proposers.get(order.proposedBy ?? '')?.email ?? null
    for (const member of members) {
      if (member.accountId !== order.accountId || member.role !== 'portal buyer' || member.disabled) continue
      if (await mailProposal({ db, clock }, member, order, replyTo)) told += 1
    }
  }
  return told
}
