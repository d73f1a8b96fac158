import { oc } from '@orpc/contract'
import { z } from 'zod'
import { causes, modes } from './delivery.ts'
import { groupings } from './punctuality.ts'

const tags = ['Promises of delivery']
const id = z.coerce.number<number>().int().positive()
const day = z.iso.date()
const account = z.object({ id: z.number(), code: z.string(), name: z.string() })

const window = {
  from: day.optional().describe('First promised day; default: a year before today'),
  to: day.optional().describe('Last promised day; default: today'),
  accountId: id.optional(),
  ownerId: z.string().max(100).optional(),
}

const filter = {
  ...window,
  mode: z.enum(modes).optional(),
  cause: z.enum(causes).optional(),
  laneId: id.optional(),
}

const punctuality = z.object({
  due: z.number().describe('Lines whose promised day has passed, or that arrived'),
  onTime: z.number().describe('Arrived by the promised day'),
  inFull: z.number().describe('Arrived with the promised quantity or more'),
  kept: z.number().describe('On time and in full'),
  late: z.number(),
  overdue: z.number().describe('Not arrived although the promised day has passed'),
  lateDaysMean: z.number().nullable(),
  lateDaysP90: z.number().nullable(),
})

const broken = z.object({
  id: z.string(),
  account,
  product: z.string().nullable(),
  reference: z.string().nullable(),
  promisedOn: day,
  promisedQuantity: z.string().nullable(),
  arrivedOn: day.nullable(),
  quantity: z.string().nullable(),
  lateDays: z.number().describe('Until today where it has not arrived'),
  mode: z.enum(modes).nullable(),
  lane: z.string().nullable(),
  cause: z.enum(causes).nullable(),
  causeNote: z.string().nullable(),
})

const money = z.object({
  units: z.number(),
  margin: z.string().describe('Margin lost in expectation, base currency'),
  p10: z.string(),
  p90: z.string().describe('In eight of ten cases it lies between p10 and p90'),
})

const lost = money.extend({
  account,
  products: z.number(),
  weeksOut: z.number().describe('Weeks without stock, over its products'),
  reported: z.string().describe('Of the margin, what the account reported itself'),
  unknown: z.number().describe('Products that were out, of which too little is known to say'),
})

export const punctualityContract = {
  summary: oc
    .route({
      method: 'GET',
      path: '/supply/punctuality',
      summary: 'Promises of delivery kept, in all and by group',
      tags,
    })
    .input(
      z.object({
        ...filter,
        by: z.enum(groupings).default('account'),
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        from: day,
        to: day,
        total: punctuality,
        groups: z.array(
          punctuality.extend({
            key: z.string().nullable().describe('Null: the lines do not say'),
            name: z.string().nullable(),
          }),
        ),
        modes: z.array(z.enum(modes)),
        lanes: z.array(z.object({ id: z.number(), name: z.string() })),
      }),
    ),
  broken: oc
    .route({
      method: 'GET',
      path: '/supply/punctuality/broken',
      summary: 'Delivery lines late, short or overdue',
      tags,
    })
    .input(
      z.object({
        ...filter,
        limit: z.coerce.number<number>().int().min(1).max(200).default(50),
        cursor: z.coerce.number<number>().int().min(0).max(1_000_000).default(0),
      }),
    )
    .output(z.object({ items: z.array(broken), nextCursor: z.number().nullable() })),
  lostSales: oc
    .route({
      method: 'GET',
      path: '/supply/lost-sales',
      summary: 'Margin that accounts lost because they were out of stock, estimated, with its uncertainty',
      tags,
    })
    .input(z.object(window))
    .output(z.object({ from: day, to: day, total: money, accounts: z.array(lost) })),
}
