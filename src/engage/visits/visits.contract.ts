import { oc } from '@orpc/contract'
import { z } from 'zod'
import { cadencesContract } from './cadences.contract.ts'
import { nearDay } from './near-day.ts'
import { cancelledBys, movedBys, visitKinds, visitStates } from './visit.ts'

const tags = ['Visits']
const id = z.coerce.number<number>().int().positive()
const version = z.number().int()
export const daySchema = nearDay
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')
const reason = z.string().trim().min(1).max(500)
const minutes = z.number().int().min(5).max(1440)
const zone = z.string().min(1).max(60).describe('IANA name; left out: that of the account’s country')
const purpose = z.string().trim().max(500).nullable()
const siteId = z.number().int().positive().nullable()
const contactIds = z.array(z.number().int().positive()).max(30)
const namedAccount = z.object({ id: z.number(), code: z.string(), name: z.string() })

export const visitSchema = z.object({
  id: z.number(),
  account: namedAccount,
  site: z.object({ id: z.number(), name: z.string() }).nullable(),
  kind: z.enum(visitKinds),
  personId: z.string(),
  contacts: z.array(z.object({ id: z.number(), name: z.string(), email: z.string().nullable() })),
  startsAt: z.string(),
  endsAt: z.string(),
  timeZone: z.string(),
  day: z.string().describe('On the account’s wall'),
  time: z.string(),
  endTime: z.string(),
  promised: z.object({ day: z.string(), time: z.string() }),
  state: z.enum(visitStates),
  keeping: z.enum(['kept', 'late', 'broken', 'excused', 'unreported', 'ahead']),
  heldFrom: z.string().nullable(),
  heldUntil: z.string().nullable(),
  cadenceId: z.number().nullable(),
  flexible: z.boolean(),
  purpose: z.string().nullable(),
  movedBy: z.enum(movedBys).nullable(),
  moveReason: z.string().nullable(),
  cancelledBy: z.enum(cancelledBys).nullable(),
  cancelReason: z.string().nullable(),
  invited: z.array(z.object({ contactId: z.number(), method: z.string(), state: z.string() })),
  mayEdit: z.boolean(),
  version: z.number(),
})

const keptSchema = z.object({
  kept: z.number(),
  late: z.number(),
  broken: z.number(),
  excused: z.number(),
  unreported: z.number(),
  rate: z.number().nullable(),
})

const whose = z.enum(['ours', 'theirs'])

export const visitsContract = {
  list: oc
    .route({ method: 'GET', path: '/visits', summary: 'Visits of an account or a person, by their start', tags })
    .input(
      z.object({
        accountId: id.optional(),
        personId: z.string().max(100).optional(),
        from: daySchema,
        to: daySchema.describe('Inside; at most 400 days after the first'),
      }),
    )
    .output(z.object({ items: z.array(visitSchema) })),
  read: oc
    .route({ method: 'GET', path: '/visits/{id}', summary: 'One visit', tags })
    .input(z.object({ id }))
    .output(visitSchema),
  plan: oc
    .route({ method: 'POST', path: '/visits', summary: 'Plan a visit', tags })
    .input(
      z.object({
        accountId: z.number().int().positive(),
        personId: z.string().max(100),
        day: daySchema,
        time,
        minutes,
        timeZone: zone.optional(),
        siteId: siteId.optional(),
        contactIds: contactIds.optional(),
        purpose: purpose.optional(),
        flexible: z.boolean().optional(),
      }),
    )
    .output(visitSchema),
  edit: oc
    .route({ method: 'PATCH', path: '/visits/{id}', summary: 'Edit what a visit is for and with whom', tags })
    .input(
      z.object({
        id,
        version,
        purpose: purpose.optional(),
        siteId: siteId.optional(),
        contactIds: contactIds.optional(),
        flexible: z.boolean().optional(),
      }),
    )
    .output(visitSchema),
  move: oc
    .route({ method: 'POST', path: '/visits/{id}/move', summary: 'Move a visit, with the reason', tags })
    .input(z.object({ id, version, day: daySchema, time, minutes: minutes.optional(), by: whose, reason }))
    .output(visitSchema),
  cancel: oc
    .route({ method: 'POST', path: '/visits/{id}/cancel', summary: 'Call a visit off, with the reason', tags })
    .input(z.object({ id, version, by: whose, reason }))
    .output(visitSchema),
  miss: oc
    .route({ method: 'POST', path: '/visits/{id}/miss', summary: 'Say that a visit did not happen', tags })
    .input(z.object({ id, version, reason }))
    .output(visitSchema),
  hold: oc
    .route({ method: 'POST', path: '/visits/{id}/hold', summary: 'Say when a visit was held', tags })
    .input(z.object({ id, version, startedAt: z.iso.datetime(), endedAt: z.iso.datetime() }))
    .output(visitSchema),
  takeBack: oc
    .route({ method: 'POST', path: '/visits/{id}/take-back', summary: 'Take back the last change of a visit', tags })
    .input(z.object({ id, version }))
    .output(visitSchema),
  invite: oc
    .route({ method: 'POST', path: '/visits/{id}/invite', summary: 'Invite the visit’s contacts by mail', tags })
    .input(z.object({ id, version }))
    .output(z.object({ invited: z.number(), withoutMail: z.array(z.string()) })),
  kept: oc
    .route({ method: 'GET', path: '/kept-visits', summary: 'How visits answered to their promise', tags })
    .input(
      z.object({
        from: daySchema,
        to: daySchema.describe('Inside; at most 400 days after the first'),
        personId: z.string().max(100).optional(),
        accountId: id.optional(),
      }),
    )
    .output(
      z.object({
        toleranceMinutes: z.number(),
        whole: keptSchema,
        people: z.array(keptSchema.extend({ personId: z.string() })),
        accounts: z.array(keptSchema.extend({ account: namedAccount })),
      }),
    ),
  dayRoute: oc
    .route({ method: 'GET', path: '/day-route', summary: 'A person’s visits of a day in a good order', tags })
    .input(z.object({ personId: z.string().max(100), day: daySchema }))
    .output(
      z.object({
        stops: z.array(
          z.object({
            visit: visitSchema,
            place: z.object({ latitude: z.number(), longitude: z.number(), name: z.string() }).nullable(),
            travelMinutes: z.number().nullable(),
            arrive: z.string(),
            start: z.string(),
            end: z.string(),
            lateMinutes: z.number(),
          }),
        ),
        travelMinutes: z.number(),
        dayEnd: z.string(),
        overtimeMinutes: z.number(),
        timeZone: z.string(),
      }),
    ),
  cadences: cadencesContract,
}
