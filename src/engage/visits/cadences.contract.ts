import { oc } from '@orpc/contract'
import { z } from 'zod'
import { tiers } from '../../identify/tier.ts'
import { nearDay } from './near-day.ts'
import { visitKinds } from './visit.ts'

const tags = ['Visits']
const id = z.coerce.number<number>().int().positive()
const day = nearDay
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')
const region = z
  .string()
  .regex(/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/)
  .describe('ISO 3166, with a part of the country where it has its own holidays: CN, DE-BY')
const onHoliday = z.enum(['next', 'previous', 'skip'])
const namedAccount = z.object({ id: z.number(), code: z.string(), name: z.string() })

const cadenceFields = z.object({
  siteId: z.number().int().positive().nullable(),
  kind: z.enum(visitKinds),
  personId: z.string().min(1).max(100),
  contactIds: z.array(z.number().int().positive()).max(30),
  rule: z.string().max(60).describe('FREQ=WEEKLY;INTERVAL=n;BYDAY=TU or FREQ=MONTHLY;INTERVAL=n;BYDAY=2TU (−1: last)'),
  startsOn: day,
  until: day.nullable(),
  localTime: time,
  timeZone: z.string().min(1).max(60),
  durationMinutes: z.number().int().min(5).max(1440),
  holidayRegion: region.nullable(),
  onHoliday,
  purpose: z.string().trim().max(500).nullable(),
})

export const cadenceSchema = cadenceFields.extend({
  startsOn: z.string(),
  until: z.string().nullable(),
  id: z.number(),
  account: namedAccount,
  version: z.number(),
  mayEdit: z.boolean(),
})

const tierCadence = z.object({
  every: z.enum(['week', 'month']),
  interval: z.number().int().min(1).max(12),
  minutes: z.number().int().min(5).max(480),
})

export const visitRulesSchema = z.object({
  byTier: z.object(
    Object.fromEntries(tiers.map(tier => [tier, tierCadence.nullable()])) as Record<
      (typeof tiers)[number],
      z.ZodNullable<typeof tierCadence>
    >,
  ),
  ourRegion: region.nullable(),
  onHoliday,
  workdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
  dayStart: time,
  dayEnd: time,
  horizonWeeks: z.number().int().min(1).max(26),
  toleranceMinutes: z.number().int().min(0).max(480),
  missedAfterDays: z.number().int().min(1).max(90),
  visitsPerDay: z.number().int().min(1).max(20),
  detourFactor: z.number().min(1).max(3),
  kilometresPerHour: z.number().min(5).max(150),
  keyShareTarget: z.number().min(0).max(1),
})

/** What a region's calendar is called in addresses: CN, DE-BY. */
const holidayCalendar = z.object({
  region: z.string(),
  name: z.string(),
  importedAt: z.string(),
  importedBy: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  holidays: z.number(),
  workingDays: z.number(),
})

const proposal = z.object({
  account: namedAccount,
  tier: z.enum(tiers),
  rule: z.string(),
  startsOn: day,
  localTime: time,
  timeZone: z.string(),
  durationMinutes: z.number(),
  holidayRegion: z.string().nullable(),
})

const madeVisits = z.object({ added: z.number(), changed: z.number(), gone: z.number() })

export const cadencesContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/cadences',
      summary: 'Cadences of an account or a person, the ended ones too',
      tags,
    })
    .input(z.object({ accountId: id.optional(), personId: z.string().max(100).optional() }))
    .output(z.object({ items: z.array(cadenceSchema) })),
  add: oc
    .route({ method: 'POST', path: '/cadences', summary: 'Agree on a cadence; its visits are made at once', tags })
    .input(
      cadenceFields.partial().extend({
        accountId: z.number().int().positive(),
        personId: z.string().min(1).max(100),
        rule: cadenceFields.shape.rule,
        localTime: time,
      }),
    )
    .output(z.object({ cadence: cadenceSchema, visits: madeVisits })),
  edit: oc
    .route({ method: 'PATCH', path: '/cadences/{id}', summary: 'Edit a cadence; visits ahead follow', tags })
    .input(cadenceFields.partial().extend({ id, version: z.number().int() }))
    .output(z.object({ cadence: cadenceSchema, visits: madeVisits })),
  proposals: oc
    .route({
      method: 'GET',
      path: '/cadence-proposals',
      summary: 'Cadences by tier for key accounts of a person that have none, spread over the weeks',
      tags,
    })
    .input(z.object({ personId: z.string().max(100) }))
    .output(z.object({ items: z.array(proposal) })),
  accept: oc
    .route({ method: 'POST', path: '/cadence-proposals', summary: 'Accept proposed cadences', tags })
    .input(
      z.object({
        personId: z.string().max(100),
        accountIds: z.array(z.number().int().positive()).min(1).max(500),
      }),
    )
    .output(z.object({ cadences: z.number(), visits: madeVisits })),
  rules: oc
    .route({ method: 'GET', path: '/visit-rules', summary: 'What the department agreed on for visits', tags })
    .output(z.object({ rules: visitRulesSchema, version: z.number() })),
  changeRules: oc
    .route({ method: 'PATCH', path: '/visit-rules', summary: 'Change the rules for visits', tags })
    .input(visitRulesSchema.partial().extend({ version: z.number().int() }))
    .output(z.object({ rules: visitRulesSchema, version: z.number() })),
  holidayCalendars: oc
    .route({ method: 'GET', path: '/holidays', summary: 'Regions whose holidays are known', tags })
    .output(z.object({ items: z.array(holidayCalendar) })),
  holidays: oc
    .route({ method: 'GET', path: '/holidays/{region}', summary: 'Holidays of a region', tags })
    .input(z.object({ region }))
    .output(
      z.object({
        items: z.array(z.object({ day: z.string(), name: z.string(), kind: z.enum(['holiday', 'working day']) })),
      }),
    ),
  importHolidays: oc
    .route({
      method: 'PUT',
      path: '/holidays/{region}',
      summary: 'Take a region’s holidays from an iCalendar file; they replace those before',
      tags,
    })
    .input(
      z.object({
        region,
        name: z.string().trim().min(1).max(200),
        icalendar: z.string().max(2_000_000).describe('The file’s text'),
      }),
    )
    .output(z.object({ holidays: z.number(), workingDays: z.number(), observances: z.number(), visits: madeVisits })),
  removeHolidays: oc
    .route({ method: 'DELETE', path: '/holidays/{region}', summary: 'Forget a region’s holidays', tags })
    .input(z.object({ region }))
    .output(z.object({ removed: z.literal(true) })),
}
