import { oc } from '@orpc/contract'
import { z } from 'zod'
import { tiers } from '../../identify/tier.ts'
import { buyingRoles } from '../people/buying-role.ts'
import { gapKinds, severities } from './gaps.ts'
import { lineKinds } from './line.ts'

const tags = ['Relationships']
const id = z.coerce.number<number>().int().positive()
const flag = z.union([z.boolean(), z.stringbool()]).default(false)
const day = z.iso.date()

const lineSchema = z.object({
  id: z.number(),
  fromContactId: z.number(),
  toContactId: z.number(),
  kind: z.enum(lineKinds),
  strength: z.number().nullable().describe('Of an influence: 1 slight, 2 clear, 3 strong'),
  note: z.string().nullable(),
  version: z.number(),
})

const lineEditSchema = z.object({
  strength: z.number().int().min(1).max(3).nullable(),
  note: z.string().trim().min(1).max(500).nullable(),
})

const positionSchema = z
  .object({
    contactId: z.number().int().positive().nullable().default(null),
    personId: z.string().min(1).max(200).nullable().default(null),
    x: z.number().int().min(-20_000).max(20_000).describe('Left edge in pixels of the map'),
    y: z.number().int().min(-20_000).max(20_000).describe('Upper edge in pixels of the map'),
  })
  .refine(({ contactId, personId }) => (contactId === null) !== (personId === null), {
    message: 'Either a contact or a person of ours',
  })

const mapSchema = z.object({
  accounts: z
    .array(z.object({ id: z.number(), code: z.string(), name: z.string() }))
    .describe('The account, then its subsidiaries where they are asked for'),
  subsidiaries: z.number().describe('How many companies are below the account, asked for or not'),
  people: z.array(
    z.object({
      contactId: z.number(),
      accountId: z.number(),
      name: z.string(),
      title: z.string().nullable(),
      buyingRole: z.enum(buyingRoles).nullable(),
      influence: z.number().nullable().describe('1 to 5'),
      stance: z.number().nullable().describe('−2 against us to +2 for us'),
    }),
  ),
  ours: z.array(z.object({ personId: z.string(), name: z.string(), title: z.string().nullable() })),
  acquaintances: z.array(
    z.object({
      contactId: z.number(),
      personId: z.string(),
      strength: z.number().describe('1 met once to 5 trusts us'),
      lastContactOn: z.string().nullable(),
    }),
  ),
  lines: z.array(lineSchema),
  positions: z.array(
    z.object({ contactId: z.number().nullable(), personId: z.string().nullable(), x: z.number(), y: z.number() }),
  ),
  mayEdit: z.boolean(),
})

const gapSchema = z.object({
  kind: z.enum(gapKinds),
  contactId: z.number().nullable().describe('Whom it is about; null: the account as a whole'),
  severity: z.enum(severities),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  reason: z.string().describe('One sentence in the language asked for'),
  atStake: z.string().nullable().describe('Exact decimal, base currency; null: nothing was sold'),
})

const dismissalSchema = z.object({
  id: z.number(),
  kind: z.enum(gapKinds),
  contactId: z.number().nullable(),
  reason: z.string(),
  until: z.string(),
  author: z.string(),
  saidOn: z.string(),
})

const tierSchema = z.enum(tiers)

export const mapContract = {
  read: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/relationships',
      summary: 'The relationship map of an account: its people, ours who know them, lines and places',
      tags,
    })
    .input(z.object({ accountId: id, wide: flag.describe('With the people of its subsidiaries') }))
    .output(mapSchema),
  lines: {
    add: oc
      .route({
        method: 'POST',
        path: '/relationships/lines',
        summary: 'Add a line of reporting or influence between two people of an account or group',
        tags,
      })
      .input(
        lineEditSchema.partial().extend({
          fromContactId: z.number().int().positive(),
          toContactId: z.number().int().positive(),
          kind: z.enum(lineKinds),
        }),
      )
      .output(lineSchema),
    edit: oc
      .route({ method: 'PATCH', path: '/relationships/lines/{id}', summary: 'Change strength or note of a line', tags })
      .input(lineEditSchema.partial().extend({ id, version: z.number().int() }))
      .output(lineSchema),
    remove: oc
      .route({ method: 'DELETE', path: '/relationships/lines/{id}', summary: 'Remove a line', tags })
      .input(z.object({ id }))
      .output(lineSchema),
  },
  move: oc
    .route({
      method: 'PUT',
      path: '/accounts/{accountId}/relationships/places',
      summary: 'Give people their places on the map',
      tags,
    })
    .input(
      z.object({ accountId: id, wide: z.boolean().default(false), places: z.array(positionSchema).min(1).max(500) }),
    )
    .output(z.object({ placed: z.number() })),
  layOutAnew: oc
    .route({
      method: 'DELETE',
      path: '/accounts/{accountId}/relationships/places',
      summary: 'Forget all places given by hand, so that the map is laid out by rule',
      tags,
    })
    .input(z.object({ accountId: id, wide: z.boolean().default(false) }))
    .output(z.object({ removed: mapSchema.shape.positions })),
  recordContact: oc
    .route({
      method: 'POST',
      path: '/contacts/{contactId}/contact-days',
      summary: 'Record that one of ours was in touch with a person',
      tags,
    })
    .input(
      z.object({
        contactId: id,
        day: day.optional().describe('Today without it; never in the future'),
        personId: z.string().min(1).max(200).optional().describe('Who of ours; without it, whoever records it'),
      }),
    )
    .output(z.object({ contactId: z.number(), personId: z.string(), day: z.string() })),
  gaps: {
    ofAccount: oc
      .route({
        method: 'GET',
        path: '/accounts/{accountId}/relationship-gaps',
        summary: 'What is missing in our relationships with an account, the gravest first',
        tags,
      })
      .input(z.object({ accountId: id }))
      .output(
        z.object({
          gaps: z.array(gapSchema),
          dismissed: z.array(gapSchema.extend({ dismissal: dismissalSchema })),
          mayEdit: z.boolean(),
          mayDismiss: z.boolean(),
        }),
      ),
    list: oc
      .route({
        method: 'GET',
        path: '/relationship-gaps',
        summary: 'Gaps of all accounts on a tier or with an owner, most money at stake first',
        tags,
      })
      .input(
        z.object({
          ownerId: z.string().max(200).optional().describe("A manager's id, or 'none'"),
          tier: tierSchema.optional(),
          kind: z.enum(gapKinds).optional(),
          cursor: z.coerce.number<number>().int().min(0).default(0),
          limit: z.coerce.number<number>().int().min(1).max(200).default(50),
        }),
      )
      .output(
        z.object({
          items: z.array(
            gapSchema.extend({
              account: z.object({ id: z.number(), code: z.string(), name: z.string() }),
              tier: tierSchema,
              ownerId: z.string().nullable(),
            }),
          ),
          total: z.number(),
          accounts: z.number().describe('Accounts with at least one of these gaps'),
          counts: z
            .array(z.object({ kind: z.enum(gapKinds), gaps: z.number() }))
            .describe('By kind, with the filters of manager and tier'),
          nextCursor: z.number().nullable(),
        }),
      ),
    dismiss: oc
      .route({
        method: 'POST',
        path: '/accounts/{accountId}/relationship-gaps/dismissals',
        summary: 'Say that something is no gap at this account, why and until when',
        tags,
      })
      .input(
        z.object({
          accountId: id,
          kind: z.enum(gapKinds),
          contactId: z.number().int().positive().nullable().default(null),
          reason: z.string().trim().min(1).max(500),
          until: day.describe('At most two years ahead'),
        }),
      )
      .output(dismissalSchema),
    restore: oc
      .route({
        method: 'DELETE',
        path: '/relationship-gaps/dismissals/{id}',
        summary: 'Count a gap again that was said to be none',
        tags,
      })
      .input(z.object({ id }))
      .output(dismissalSchema),
  },
}
