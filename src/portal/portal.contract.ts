import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  accountSchema,
  allocationSchema,
  code,
  day,
  deliverySchema,
  id,
  language,
  messageSchema,
  orderRowSchema,
  orderSchema,
  page,
  personSchema,
  quantity,
  right,
  stockItemSchema,
} from './portal-shapes.ts'

const tags = ['Portal']
/** What an account's own people do at the portal. */
export const portalContract = {
  facts: oc
    .route({ method: 'GET', path: '/portal/facts', summary: 'What the portal’s sign-in page needs', tags })
    .output(
      z.object({
        company: z.string(),
        demo: z.boolean(),
        mail: z.boolean().describe('Whether a link can be mailed'),
        people: z
          .array(z.object({ id: z.string(), name: z.string(), account: z.string(), right }))
          .describe('Demo only: who one can be with one click'),
      }),
    ),
  invitation: oc
    .route({ method: 'POST', path: '/portal/invitation', summary: 'What an invitation’s link is for', tags })
    .input(z.object({ secret: z.string().max(100) }))
    .output(
      z.object({
        name: z.string(),
        email: z.string(),
        account: z.string(),
        company: z.string(),
        invitedBy: z.string(),
        language,
      }),
    ),
  session: oc
    .route({ method: 'GET', path: '/portal/session', summary: 'Who is signed in, for which accounts', tags })
    .output(
      z.object({
        person: z.object({
          name: z.string(),
          email: z.string(),
          right,
          language: language.nullable(),
          twoFactor: z.boolean(),
        }),
        accounts: z.array(accountSchema).describe('Theirs first'),
        manager: z.object({ name: z.string(), email: z.string() }).nullable(),
        company: z.string(),
        today: z.string(),
        timeZone: z.string(),
        demo: z.boolean(),
      }),
    ),
  changeMe: oc
    .route({ method: 'PATCH', path: '/portal/me', summary: 'Change my name or language', tags })
    .input(z.object({ name: z.string().trim().min(1).max(120).optional(), language: language.optional() }))
    .output(z.object({ changed: z.literal(true) })),
  home: oc.route({ method: 'GET', path: '/portal/home', summary: 'What waits for me', tags }).output(
    z.object({
      waiting: z.array(orderRowSchema).describe('Orders to sign, change or decline, the first to run out first'),
      underWay: z.number().describe('Orders signed and not yet shipped'),
      stock: z.object({ products: z.number(), out: z.number(), day: z.string().nullable() }),
      coming: z.array(deliverySchema).describe('The next deliveries'),
      late: z.number(),
      unread: z.number(),
      cuts: z.number().describe('Allocations of the last 30 days that gave less than was asked for'),
    }),
  ),
  orders: oc
    .route({ method: 'GET', path: '/portal/orders', summary: 'Orders of the account, the newest first', tags })
    .input(page.extend({ waiting: z.stringbool().optional().describe('Only those that wait for the account') }))
    .output(z.object({ items: z.array(orderRowSchema), next: z.string().nullable() })),
  order: oc
    .route({ method: 'GET', path: '/portal/orders/{id}', summary: 'One order', tags })
    .input(z.object({ id }))
    .output(orderSchema),
  changeOrder: oc
    .route({ method: 'POST', path: '/portal/orders/{id}/change', summary: 'Change a proposed order', tags })
    .input(
      z.object({
        id,
        version: z.number().int(),
        lines: z.array(z.object({ product: code, quantity })).max(1000),
        wantedOn: day.nullish(),
        reference: z.string().trim().max(100).nullish(),
        note: z.string().trim().max(1000).nullish(),
      }),
    )
    .output(orderSchema),
  signOrder: oc
    .route({ method: 'POST', path: '/portal/orders/{id}/sign', summary: 'Sign an order as it was shown', tags })
    .input(
      z.object({
        id,
        contentHash: z.string().length(64),
        name: z.string().trim().min(2).max(120),
        title: z.string().trim().max(120).nullish(),
      }),
    )
    .output(orderSchema),
  declineOrder: oc
    .route({ method: 'POST', path: '/portal/orders/{id}/decline', summary: 'Decline an order with a reason', tags })
    .input(z.object({ id, version: z.number().int(), reason: z.string().trim().min(1).max(1000) }))
    .output(orderSchema),
  stock: oc
    .route({
      method: 'GET',
      path: '/portal/stock',
      summary: 'Products with what was last counted and sold; all that fit the words searched for',
      tags,
    })
    .input(z.object({ account: code, q: z.string().trim().max(100).optional() }))
    .output(z.object({ items: z.array(stockItemSchema), lastDay: z.string().nullable() })),
  enterStock: oc
    .route({ method: 'POST', path: '/portal/stock', summary: 'Enter what is there and what was sold', tags })
    .input(
      z.object({
        account: code,
        day: day.describe('What is there at the end of this day'),
        soldFrom: day.nullish().describe('The first day of what was sold; the last is `day`'),
        rows: z
          .array(z.object({ product: code, onHand: quantity.nullish(), sold: quantity.nullish() }))
          .min(1)
          .max(2000),
      }),
    )
    .output(
      z.object({
        entered: z.number().describe('Values that are new or other than before'),
        unchanged: z.number(),
        refused: z
          .array(z.object({ product: z.string(), why: z.enum(['repeated', 'overlaps']) }))
          .describe('Overlaps: these days were reported in another span already'),
      }),
    ),
  deliveries: oc
    .route({ method: 'GET', path: '/portal/deliveries', summary: 'Deliveries, the latest promised first', tags })
    .input(page.extend({ open: z.stringbool().optional().describe('Only those under way') }))
    .output(z.object({ items: z.array(deliverySchema), next: z.string().nullable() })),
  promises: oc
    .route({ method: 'GET', path: '/portal/promises', summary: 'What was promised, by whom and until when', tags })
    .output(
      z.object({
        items: z.array(
          z.object({
            id,
            account: accountSchema,
            side: z.enum(['ours', 'theirs']),
            what: z.string(),
            due: z.string().nullable(),
            state: z.string(),
          }),
        ),
      }),
    ),
  allocations: oc
    .route({ method: 'GET', path: '/portal/allocations', summary: 'Shares of scarce goods, with the reasons', tags })
    .input(page)
    .output(z.object({ items: z.array(allocationSchema), next: z.string().nullable() })),
  messages: oc
    .route({ method: 'GET', path: '/portal/messages', summary: 'Messages with the manager, the newest first', tags })
    .input(page.extend({ cursor: z.uuid().optional() }))
    .output(z.object({ items: z.array(messageSchema), next: z.string().nullable() })),
  writeMessage: oc
    .route({ method: 'POST', path: '/portal/messages', summary: 'Write to the manager', tags })
    .input(
      z.object({
        account: code.optional().describe('Theirs unless told'),
        order: z.uuid().optional().describe('The order it is about'),
        text: z.string().trim().min(1).max(4000),
      }),
    )
    .output(messageSchema),
  markRead: oc
    .route({ method: 'POST', path: '/portal/messages/read', summary: 'Mark the manager’s messages as read', tags })
    .output(z.object({ read: z.number() })),
  people: oc.route({ method: 'GET', path: '/portal/people', summary: 'Who of the account may come in', tags }).output(
    z.object({
      people: z.array(personSchema),
      invitations: z.array(
        z.object({ id, name: z.string(), email: z.string(), right, expiresAt: z.string(), mayChange: z.boolean() }),
      ),
    }),
  ),
  inviteStaff: oc
    .route({ method: 'POST', path: '/portal/people', summary: 'Invite somebody who enters stock and reads', tags })
    .input(z.object({ name: z.string().trim().min(1).max(120), email: z.email().max(200), language }))
    .output(z.object({ id, link: z.string().nullable(), expiresAt: z.string() })),
  changeStaff: oc
    .route({ method: 'PATCH', path: '/portal/people/{id}', summary: 'End or give back the access of staff', tags })
    .input(z.object({ id, disabled: z.boolean() }))
    .output(z.object({ changed: z.literal(true) })),
  withdrawInvitation: oc
    .route({ method: 'DELETE', path: '/portal/invitations/{id}', summary: 'Withdraw an invitation of staff', tags })
    .input(z.object({ id }))
    .output(z.object({ withdrawn: z.literal(true) })),
}
