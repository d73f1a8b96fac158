import { businessDay } from '../platform/business-day.server.ts'
import { implementing, open } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { readSettings } from '../platform/settings.server.ts'
import { awardParts } from '../supply/allocation/allocation-words.ts'
import { demoPeople } from './demo-people.server.ts'
import { invitationFacts } from './doors.use.ts'
import { enterStock } from './enter-stock.use.ts'
import { sendsMail } from './mail-link.server.ts'
import { accountIdsOf, mayPortal, right } from './may-portal.server.ts'
import { messagePage } from './message-page.server.ts'
import { ownAllocations, ownDeliveries, ownPromises, ownStock } from './own-goods.store.ts'
import { markReadByAccount, writeToManager } from './own-messages.use.ts'
import {
  accountShown,
  changeOwnOrder,
  declineOwnOrder,
  readOwnOrder,
  rowOf,
  signOwnOrder,
  waitingStates,
} from './own-order.use.ts'
import { ownOrders } from './own-orders.store.ts'
import { ownAccount } from './own-people.store.ts'
import { changeMe, changeStaff, inviteStaff, readOwnPeople, withdrawOwnInvitation } from './own-people.use.ts'
import { pageFrom, pageOf } from './page-of.ts'
import { portalContract } from './portal.contract.ts'
import { readHome } from './read-home.use.ts'

const operations = implementing(portalContract)
const everybody = () => mayPortal('buyer', 'staff')

export const portalRoutes = operations.router({
  facts: operations.facts.use(open()).handler(async ({ context: { db } }) => {
    const { companyName: company, demo } = await readSettings(db)
    return { company, demo, mail: await sendsMail(db), people: demo ? await demoPeople(db) : [] }
  }),
  invitation: operations.invitation.use(open()).handler(({ input, context }) => invitationFacts(context, input.secret)),
  session: operations.session.use(everybody()).handler(async ({ context }) => {
    const { portal, db, department, clock } = context
    const { member, accounts } = portal
    const home = await ownAccount(db, accountIdsOf(portal), accounts[0]!.code)
    const { companyName, timeZone, demo } = await readSettings(department)
    const { name, email, role, language, twoFactor } = member
    return {
      person: { name, email, right: right(role), language, twoFactor },
      accounts: accounts.map(({ code, name: called }) => ({ code, name: called })),
      manager: home?.manager ? { name: home.manager, email: home.managerEmail! } : null,
      company: companyName,
      today: await businessDay({ db: department, clock }),
      timeZone,
      demo,
    }
  }),
  changeMe: operations.changeMe.use(everybody()).handler(async ({ input, context }) => {
    await changeMe(context, input)
    return { changed: true as const }
  }),
  home: operations.home.use(everybody()).handler(({ context }) => readHome(context)),
  orders: operations.orders.use(everybody()).handler(async ({ input, context: { db, portal } }) => {
    const { waiting, cursor: before, limit } = input
    const states = waiting ? waitingStates : undefined
    const rows = await ownOrders(db, accountIdsOf(portal), { states, before: uuidOf(before), limit: limit + 1 })
    const items = rows.slice(0, limit).map(order => rowOf(portal, order))
    return { items, next: rows.length > limit ? items.at(-1)!.id : null }
  }),
  order: operations.order.use(everybody()).handler(({ input, context }) => readOwnOrder(context, input.id)),
  changeOrder: operations.changeOrder.use(everybody()).handler(({ input, context }) => changeOwnOrder(context, input)),
  signOrder: operations.signOrder.use(mayPortal('buyer')).handler(({ input, context }) => signOwnOrder(context, input)),
  declineOrder: operations.declineOrder
    .use(mayPortal('buyer'))
    .handler(({ input, context }) => declineOwnOrder(context, input)),
  stock: operations.stock.use(everybody()).handler(async ({ input, context: { db, portal } }) => {
    const account = await ownAccount(db, accountIdsOf(portal), input.account)
    if (!account) throw new Refusal('portal_account_unknown')
    const items = await ownStock(db, account.id, input.q || null)
    const days = items.flatMap(item => item.day ?? []).sort()
    return { items, lastDay: days.at(-1) ?? null }
  }),
  enterStock: operations.enterStock.use(everybody()).handler(({ input, context }) => enterStock(context, input)),
  deliveries: operations.deliveries.use(everybody()).handler(async ({ input, context }) => {
    const { db, department, clock, portal } = context
    const { limit, skip } = pageFrom(input)
    const today = await businessDay({ db: department, clock })
    const asked = { open: input.open ?? false, today, limit: limit + 1, skip }
    const rows = await ownDeliveries(db, accountIdsOf(portal), asked)
    return pageOf(
      rows.map(({ accountId, ...row }) => ({ ...row, account: accountShown(portal, accountId) })),
      { limit, skip },
    )
  }),
  promises: operations.promises.use(everybody()).handler(async ({ context: { db, portal } }) => {
    const rows = await ownPromises(db, accountIdsOf(portal))
    return { items: rows.map(({ accountId, ...row }) => ({ ...row, account: accountShown(portal, accountId) })) }
  }),
  allocations: operations.allocations.use(everybody()).handler(async ({ input, context: { db, portal, language } }) => {
    const { limit, skip } = pageFrom(input)
    const rows = await ownAllocations(db, accountIdsOf(portal), { limit: limit + 1, skip })
    return pageOf(
      rows.map(({ accountId, reason, ...row }) => ({
        ...row,
        account: accountShown(portal, accountId),
        reasons: reason ? awardParts(reason, language) : [],
      })),
      { limit, skip },
    )
  }),
  messages: operations.messages
    .use(everybody())
    .handler(({ input: { cursor, limit }, context: { db, portal } }) =>
      messagePage(db, accountIdsOf(portal), { limit, before: cursor }),
    ),
  writeMessage: operations.writeMessage
    .use(everybody())
    .handler(({ input, context }) => writeToManager(context, input)),
  markRead: operations.markRead
    .use(everybody())
    .handler(async ({ context }) => ({ read: await markReadByAccount(context) })),
  people: operations.people.use(everybody()).handler(({ context }) => readOwnPeople(context)),
  inviteStaff: operations.inviteStaff.use(mayPortal('buyer')).handler(async ({ input, context }) => {
    const given = await inviteStaff(context, input)
    context.responseHeaders.set('cache-control', 'no-store')
    return given
  }),
  changeStaff: operations.changeStaff.use(mayPortal('buyer')).handler(async ({ input, context }) => {
    await changeStaff(context, input.id, input.disabled)
    return { changed: true as const }
  }),
  withdrawInvitation: operations.withdrawInvitation.use(mayPortal('buyer')).handler(async ({ input, context }) => {
    await withdrawOwnInvitation(context, input.id)
    return { withdrawn: true as const }
  }),
})

const uuidOf = (text: string | undefined): string | undefined =>
  text && /^[0-9a-f-]{36}$/.test(text) ? text : undefined
