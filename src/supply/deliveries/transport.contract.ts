import { oc } from '@orpc/contract'
import { z } from 'zod'
import { modes } from './delivery.ts'

const tags = ['Transport']
const id = z.coerce.number<number>().int().positive()
const day = z.iso.date()
const money = z.string().describe('Base currency')
const amount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/, 'A decimal, at most two digits after the point')
const lane = z.object({ id: z.number(), name: z.string(), mode: z.enum(modes), days: z.number() })
const account = z.object({ id: z.number(), code: z.string(), name: z.string() })

const shipment = z.object({
  account,
  mayDecide: z.boolean(),
  consignment: z.string(),
  promisedOn: day,
  leavesOn: day,
  lines: z.number(),
  value: money.nullable(),
  usual: z.object({ lane, cost: money, loss: money.describe('Margin lost in expectation on the usual way') }),
  storm: z.object({
    probability: z.number().describe('That the shipment is held up on its usual way'),
    delayDays: z.number(),
    source: z.enum(['alert', 'season', 'none']),
    consignments: z.number().describe('Of the same mode and month, seen before'),
    alert: z.object({ id: z.number(), title: z.string() }).nullable(),
  }),
  other: z.object({
    lane,
    cost: money,
    loss: money,
    saved: money,
    extraCost: z.string().describe('Base currency, below zero where the other way is cheaper'),
    gain: z.string().describe('Saved less extra cost, base currency'),
    pays: z.boolean(),
    breakEven: z.number().nullable().describe('Probability from which the other way pays; null: never'),
  }),
})

const modeSwitch = z.object({
  id: z.number(),
  from: lane,
  to: lane,
  account: account.nullable().describe('Null: every account that the lane serves'),
  alert: z.object({ id: z.number(), title: z.string() }).nullable(),
  fromDay: day,
  toDay: day,
  reason: z.string(),
  shipments: z.number(),
  expectedSaved: money,
  extraCost: money,
  decidedByName: z.string(),
  decidedOn: day,
  state: z.enum(['in force', 'ended']),
  saved: money.nullable(),
  spent: money.nullable(),
  outcome: z.string().nullable(),
  mayEnd: z.boolean(),
  version: z.number(),
})

export const transportContract = {
  questions: oc
    .route({
      method: 'GET',
      path: '/supply/transport',
      summary: 'Shipments that could go a faster way: margin saved against extra cost, most to gain first',
      tags,
    })
    .input(z.object({ accountId: id.optional(), ownerId: z.string().max(100).optional() }))
    .output(z.object({ today: day, shipments: z.array(shipment) })),
  switches: oc
    .route({ method: 'GET', path: '/supply/transport/switches', summary: 'Lanes switched, the latest first', tags })
    .input(
      z.object({
        accountId: id.optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(50),
      }),
    )
    .output(z.array(modeSwitch)),
  switch: oc
    .route({
      method: 'POST',
      path: '/supply/transport/switches',
      summary: 'Send the shipments of a lane that have not left another way for a while',
      tags,
    })
    .input(
      z.object({
        fromLaneId: id,
        toLaneId: id,
        accountId: id.nullable().default(null),
        fromDay: day,
        toDay: day,
        reason: z.string().trim().min(1).max(500),
      }),
    )
    .output(modeSwitch),
  end: oc
    .route({
      method: 'POST',
      path: '/supply/transport/switches/{id}/end',
      summary: 'End a switch: what has not left goes its usual way again, and what came of it is kept',
      tags,
    })
    .input(
      z.object({
        id,
        version: z.number().int(),
        saved: amount.nullable().default(null),
        spent: amount.nullable().default(null),
        outcome: z.string().trim().max(1000).nullable().default(null),
      }),
    )
    .output(modeSwitch),
}
