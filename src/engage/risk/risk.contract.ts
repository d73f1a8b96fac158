import { oc } from '@orpc/contract'
import { z } from 'zod'
import { insurances, siteKinds } from '../../know/sites/site.ts'
import { alertStates } from './alert-state.ts'
import { capCertainties, capSeverities } from './cap.ts'
import { feedEditSchema, feedSchema } from './feeds.contract.ts'
import { channels, followings } from './following.ts'
import { hazards } from './hazard.ts'
import { measures } from './measures.ts'

const tags = ['Risk alerts']
const id = z.coerce.number<number>().int().positive()
const amount = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,6})?$/, 'A decimal of at least 0 with at most six digits after the point')
const instant = z.iso.datetime({ offset: true })
const place = { latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }

const moneySchema = z.object({
  sites: z.number(),
  accounts: z.number(),
  goods: z
    .string()
    .nullable()
    .describe('Goods at these sites as far as known, exact decimal in base currency; null: of none'),
  goodsUnknown: z.number().describe('Sites of whose goods nobody has said anything'),
  uninsured: z.string().nullable().describe('Part of the goods that is not insured, or not known to be'),
})

export const alertBriefSchema = z.object({
  id: z.number(),
  kind: z.enum(['message', 'storm']),
  hazard: z.enum(hazards),
  title: z.string(),
  state: z.enum(alertStates),
  severity: z.string().nullable(),
  certainty: z.string().nullable(),
  beginsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  receivedAt: z.string(),
  arrivesAt: z.string().nullable().describe('When the first exposed site is reached'),
  exposed: moneySchema,
  own: moneySchema.describe('Those of accounts that you own'),
  advised: z.number().describe('Exposed sites about which somebody was advised'),
  adviseBy: z.string().nullable().describe('The earliest hour by which an exposed site that nobody advised should be'),
  lossAvoided: z.string().nullable(),
})

const trackPointSchema = z.object({ ...place, at: z.string(), wind: z.number().nullable().describe('Knots') })

const outlookSchema = z.object({
  by: z.enum(['advisory', 'extrapolation']),
  expected: z.array(trackPointSchema).describe('From the last fix on'),
  cone: z
    .array(z.object({ ...place, at: z.string(), radiusKm: z.number() }))
    .describe('Circles that hold the centre with a probability of 70%'),
})

const exposedSiteSchema = z.object({
  siteId: z.number(),
  name: z.string(),
  kind: z.enum(siteKinds),
  city: z.string().nullable(),
  ...place,
  account: z.object({ id: z.number(), code: z.string(), name: z.string(), ownerId: z.string().nullable() }),
  mayAdvise: z.boolean().describe('Whether you may record advice for it'),
  own: z.boolean().describe('Whether you own the account'),
  state: z.enum(['warned', 'hit', 'cleared']),
  probability: z.number().describe('0 to 1; for a storm of gale winds'),
  arrivesAt: z.string().nullable(),
  closestAt: z.string().nullable(),
  closestKm: z.number().nullable(),
  adviseBy: z.string().nullable(),
  firstWarnedAt: z.string().nullable(),
  goodsValue: z.string().nullable(),
  goodsAsOf: z.string().nullable(),
  insurance: z.enum(insurances).nullable(),
})

export const adviceSchema = z.object({
  id: z.number(),
  alertId: z.number(),
  accountId: z.number(),
  siteId: z.number().nullable(),
  siteName: z.string(),
  measures: z.array(z.enum(measures)),
  words: z.string().nullable(),
  givenBy: z.string(),
  givenAt: z.string(),
  contactId: z.number().nullable(),
  contactName: z.string().nullable(),
  channel: z.enum(channels),
  goodsValue: z.string().nullable().describe('What was at the site then'),
  followed: z.enum(followings).nullable(),
  lossAvoided: z.string().nullable(),
  loss: z.string().nullable(),
  outcomeWords: z.string().nullable(),
  outcomeAt: z.string().nullable(),
  version: z.number(),
})

const messageSchema = z.object({
  identifier: z.string(),
  sender: z.string(),
  sent: z.string(),
  kind: z.string(),
  status: z.string(),
  scope: z.string(),
  restriction: z.string().nullable(),
  signed: z.boolean().describe('It carries a signature, which nobody has checked'),
  infos: z.array(
    z.object({
      language: z.string(),
      event: z.string(),
      headline: z.string().nullable(),
      description: z.string().nullable(),
      instruction: z.string().nullable(),
      senderName: z.string().nullable(),
      severity: z.enum(capSeverities),
      certainty: z.enum(capCertainties),
      areas: z.array(
        z.object({
          description: z.string(),
          polygons: z.array(z.array(z.object(place))),
          circles: z.array(z.object({ centre: z.object(place), radiusKm: z.number() })),
        }),
      ),
    }),
  ),
})

const takenSchema = z.object({
  items: z.array(
    z.object({
      alertId: z.number(),
      title: z.string(),
      outcome: z.enum(['new', 'updated', 'known', 'ended']),
      state: z.enum(alertStates),
      sites: z.number().describe('Sites exposed now'),
    }),
  ),
  setAside: z.array(z.object({ line: z.number(), reason: z.enum(['no time', 'no place', 'no storm']) })),
})

const fixSchema = z.object({
  at: instant,
  ...place,
  wind: z.number().min(0).max(250).nullable().default(null).describe('Sustained, knots; null: below a gale'),
  pressure: z.number().min(800).max(1100).nullable().default(null).describe('hPa'),
})

export const riskContract = {
  list: oc
    .route({ method: 'GET', path: '/risks', summary: 'Risk alerts, those that still matter first', tags })
    .input(
      z.object({
        show: z.enum(['active', 'past', 'all']).default('active'),
        exposed: z.coerce.boolean<boolean>().default(false).describe('Only those that reach a site'),
        limit: z.coerce.number<number>().int().min(1).max(100).default(50),
        cursor: z.coerce.number<number>().int().min(0).default(0),
      }),
    )
    .output(z.object({ items: z.array(alertBriefSchema), total: z.number(), nextCursor: z.number().nullable() })),
  get: oc
    .route({
      method: 'GET',
      path: '/risks/{id}',
      summary: 'One alert with its track or areas and the exposed sites',
      tags,
    })
    .input(z.object({ id }))
    .output(
      alertBriefSchema.extend({
        refreshedAt: z.string().nullable(),
        messages: z.array(messageSchema).describe('The newest first'),
        inForce: z.string().nullable().describe('Identifier of the message that counts'),
        fixes: z.array(trackPointSchema),
        outlook: outlookSchema.nullable().describe('Of a storm that is still followed'),
        measures: z
          .array(z.object({ measure: z.enum(measures), hours: z.number() }))
          .describe('What to advise, with the hours it takes'),
        sites: z.array(exposedSiteSchema),
        advice: z.array(adviceSchema),
      }),
    ),
  replay: oc
    .route({
      method: 'GET',
      path: '/risks/{id}/replay',
      summary: 'What was known of a storm at an hour, and whom it would have warned',
      tags,
    })
    .input(z.object({ id, at: instant }))
    .output(
      z.object({
        at: z.string(),
        outlook: outlookSchema.nullable(),
        exposed: moneySchema,
        sites: z.array(exposedSiteSchema),
      }),
    ),
  take: oc
    .route({ method: 'POST', path: '/risks/messages', summary: 'Take a CAP message or a file of storm tracks', tags })
    .input(
      z
        .object({
          text: z.string().max(8_000_000).optional(),
          content: z.base64().max(8_000_000).optional().describe('The bytes, for messages that are not UTF-8'),
        })
        .refine(input => (input.text === undefined) !== (input.content === undefined), 'Either text or content'),
    )
    .output(takenSchema),
  track: oc
    .route({
      method: 'POST',
      path: '/risks/storms',
      summary: 'Tell where a storm was seen and where it is expected',
      tags,
    })
    .input(
      z.object({
        key: z.string().trim().min(1).max(100).describe('The same for every bulletin of a storm'),
        name: z.string().trim().min(1).max(200).nullable().default(null),
        fixes: z.array(fixSchema).max(2000).default([]),
        forecast: z
          .object({
            issuedAt: instant,
            points: z
              .array(
                fixSchema
                  .omit({ pressure: true })
                  .extend({ radiusKm: z.number().min(0).max(3000).nullable().default(null) }),
              )
              .min(1)
              .max(200),
          })
          .refine(
            ({ issuedAt, points }) => points.every(point => Date.parse(point.at) >= Date.parse(issuedAt)),
            'A forecast does not lie before its advisory',
          )
          .optional(),
      }),
    )
    .output(takenSchema),
  advise: oc
    .route({ method: 'POST', path: '/risks/{id}/advice', summary: 'Record advice given about sites', tags })
    .input(
      z.object({
        id,
        siteIds: z.array(id).min(1).max(200).describe('All of one account'),
        measures: z.array(z.enum(measures)).min(1).max(measures.length),
        words: z.string().trim().max(4000).nullable().default(null),
        contactId: id.nullable().default(null),
        channel: z.enum(channels),
      }),
    )
    .output(z.object({ items: z.array(adviceSchema) })),
  outcome: oc
    .route({
      method: 'PATCH',
      path: '/risks/advice/{id}',
      summary: 'Record whether advice was followed, and what it saved',
      tags,
    })
    .input(
      z.object({
        id,
        version: z.number().int(),
        followed: z.enum(followings).nullable(),
        lossAvoided: amount.nullable().default(null),
        loss: amount.nullable().default(null),
        outcomeWords: z.string().trim().max(4000).nullable().default(null),
      }),
    )
    .output(adviceSchema),
  withdrawAdvice: oc
    .route({
      method: 'DELETE',
      path: '/risks/advice/{id}',
      summary: 'Withdraw advice that was recorded by mistake',
      tags,
    })
    .input(z.object({ id }))
    .output(z.object({ removed: z.literal(true) })),
  feeds: oc
    .route({ method: 'GET', path: '/risks/feeds', summary: 'Feeds that warnings are read from', tags })
    .input(z.object({}))
    .output(z.object({ items: z.array(feedSchema) })),
  addFeed: oc
    .route({ method: 'POST', path: '/risks/feeds', summary: 'Read warnings from a feed', tags })
    .input(feedEditSchema.partial().extend({ name: feedEditSchema.shape.name, url: feedEditSchema.shape.url }))
    .output(feedSchema),
  editFeed: oc
    .route({ method: 'PATCH', path: '/risks/feeds/{id}', summary: 'Change a feed', tags })
    .input(feedEditSchema.partial().extend({ id, version: z.number().int() }))
    .output(feedSchema),
  removeFeed: oc
    .route({ method: 'DELETE', path: '/risks/feeds/{id}', summary: 'Stop reading a feed', tags })
    .input(z.object({ id }))
    .output(z.object({ removed: z.literal(true) })),
}
