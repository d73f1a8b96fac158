import { oc } from '@orpc/contract'
import { z } from 'zod'
import { taskKinds, taskStates } from './season.ts'

const tags = ['Season']
const publicId = z.uuid()
const version = z.number().int()
const monday = z.iso
  .date()
  .refine(day => new Date(`${day}T00:00:00Z`).getUTCDay() === 1, 'A week is named by its Monday')
const quantity = z
  .string()
  .regex(/^\d{1,11}(\.\d{1,6})?$/, 'A decimal')
  .refine(each => Number(each) > 0, 'More than nothing')

const settingsSchema = z.object({
  surePercent: z.number().int().min(50).max(98).describe('How much of possible demand is to be met'),
  buildDays: z.number().int().min(0).max(365).describe('From the decision to the shelf'),
  coverWeeks: z.number().int().min(1).max(26).describe('Weeks that stock at the account must last'),
  bookDays: z.number().int().min(0).max(120).describe('Notice for trucks and containers'),
})

const resultSchema = z.object({
  kinds: z.record(
    z.enum(taskKinds),
    z.object({
      planned: z.number(),
      done: z.number(),
      dropped: z.number(),
      left: z.number(),
      inTime: z.number(),
      share: z.number().describe('Of what was not dropped, how much is done; 0 to 1'),
    }),
  ),
  avoided: z.object({
    shelves: z.number().describe('Products at accounts that would have run short'),
    contribution: z.string(),
  }),
  missed: z.object({ contribution: z.string() }),
})

const whySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('build'),
    demand: z.number().describe('To be sure of, until the end of the season'),
    available: z.number(),
    weeks: z.array(z.object({ week: z.string(), quantity: z.number() })),
    impossible: z.number().describe('What the line has no hours for'),
  }),
  z.object({
    kind: z.literal('position'),
    lines: z.array(
      z.object({
        product: z.string(),
        name: z.string(),
        quantity: z.number(),
        demand: z.number(),
        stock: z.number().describe('Left when the season begins'),
      }),
    ),
    pallets: z.number().nullable(),
    weightKg: z.number().nullable(),
    lane: z.string().nullable(),
    mode: z.string().nullable(),
    days: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('book'),
    accounts: z.number(),
    weightKg: z.number(),
    volumeM3: z.number(),
    mode: z.string(),
    days: z.number(),
    shipOn: z.string(),
  }),
  z.object({ kind: z.literal('hand') }),
])

const seasonSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  fromWeek: z.string(),
  untilWeek: z.string(),
  state: z.enum(['open', 'closed']),
  settings: settingsSchema,
  plannedOn: z.string(),
  closedOn: z.string().nullable(),
  closedByName: z.string().nullable(),
  result: resultSchema.nullable(),
  lesson: z.string().nullable(),
  version: z.number(),
})

const named = z.object({ id: z.number(), code: z.string(), name: z.string() })

const boardSchema = seasonSchema.extend({
  standing: resultSchema.describe('What would be the result if it were closed now'),
  late: z.number().describe('Open tasks past their day'),
  kinds: z.array(z.object({ kind: z.enum(taskKinds), tasks: z.number() })),
  tasks: z.array(
    z.object({
      publicId: z.string(),
      kind: z.enum(taskKinds),
      state: z.enum(taskStates),
      title: z.string().nullable(),
      account: named.nullable(),
      product: named.nullable(),
      week: z.string().describe('In which it is needed'),
      dueOn: z.string().describe('Begun, shipped or booked by then'),
      quantity: z.string(),
      unit: z.string(),
      doneQuantity: z.string().nullable(),
      value: z.string().nullable().describe('Contribution at stake, base currency'),
      ownerId: z.string().nullable(),
      ownerName: z.string().nullable(),
      note: z.string().nullable(),
      why: whySchema,
      madeBy: z.enum(['plan', 'hand']),
      settledOn: z.string().nullable(),
      version: z.number(),
    }),
  ),
})

const at = { publicId, version }

export const seasonContract = {
  list: oc
    .route({ method: 'GET', path: '/supply/seasons', summary: 'Seasons, the open ones first', tags })
    .output(z.object({ items: z.array(seasonSchema) })),
  read: oc
    .route({ method: 'GET', path: '/supply/seasons/{publicId}', summary: 'A season with its board', tags })
    .input(z.object({ publicId }))
    .output(boardSchema),
  plan: oc
    .route({ method: 'POST', path: '/supply/seasons', summary: 'Plan a season', tags })
    .input(
      z.object({
        name: z.string().trim().min(1).max(120),
        fromWeek: monday,
        untilWeek: monday,
        settings: settingsSchema,
      }),
    )
    .output(boardSchema),
  again: oc
    .route({ method: 'POST', path: '/supply/seasons/{publicId}/again', summary: 'Plan a season again', tags })
    .input(z.object({ ...at, settings: settingsSchema }))
    .output(boardSchema),
  close: oc
    .route({
      method: 'POST',
      path: '/supply/seasons/{publicId}/close',
      summary: 'Close a season with its result',
      tags,
    })
    .input(z.object({ ...at, lesson: z.string().trim().min(1).max(2000).nullable().default(null) }))
    .output(boardSchema),
  reopen: oc
    .route({ method: 'POST', path: '/supply/seasons/{publicId}/reopen', summary: 'Open a closed season again', tags })
    .input(z.object(at))
    .output(boardSchema),
  addTask: oc
    .route({ method: 'POST', path: '/supply/seasons/{publicId}/tasks', summary: 'Add a task to a season', tags })
    .input(
      z.object({
        publicId,
        kind: z.enum(taskKinds),
        title: z.string().trim().min(1).max(200),
        week: monday,
        dueOn: z.iso.date(),
        quantity,
        unit: z.string().trim().min(1).max(40),
      }),
    )
    .output(boardSchema),
  changeTask: oc
    .route({
      method: 'PATCH',
      path: '/supply/season-tasks/{publicId}',
      summary: 'Take on, move or settle a task',
      tags,
    })
    .input(
      z.object({
        ...at,
        state: z.enum(taskStates).optional(),
        ownerId: z.string().max(100).nullable().optional(),
        note: z.string().trim().max(1000).nullable().optional(),
        dueOn: z.iso.date().optional(),
        quantity: quantity.optional(),
        doneQuantity: z
          .string()
          .regex(/^\d{1,11}(\.\d{1,6})?$/, 'A decimal')
          .nullable()
          .optional(),
      }),
    )
    .output(z.object({ publicId: z.string() })),
}
