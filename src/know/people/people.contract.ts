import { oc } from '@orpc/contract'
import { z } from 'zod'
import { buyingRoles } from './buying-role.ts'
import { consentCovers, legalBases } from './consent.ts'

const tags = ['People of accounts']
const id = z.coerce.number<number>().int().positive()
const day = z.iso.date()
const short = z.string().trim().min(1).max(200)
const long = z.string().trim().min(1).max(4000)
const words = z.array(z.string().trim().min(1).max(60)).max(20)

const contactEdit = z.object({
  name: short,
  role: short.nullable(),
  department: short.nullable(),
  phone: short.nullable(),
  mobile: short.nullable(),
  email: z.email().max(200).nullable(),
  wechat: short.nullable(),
  note: z.string().trim().max(4000).nullable(),
})

const profile = z.object({
  buyingRole: z.enum(buyingRoles).nullable(),
  influence: z.number().int().min(1).max(5).nullable().describe('1 hardly heard … 5 what they say is done'),
  stance: z.number().int().min(-2).max(2).nullable().describe('−2 against us … +2 for us'),
  channelsRead: words.describe('Where they read'),
  channelsPreferred: words.describe('How they like to be reached'),
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))
    .max(10)
    .describe('BCP 47, the best first'),
  preferences: long.nullable(),
  gifts: long.nullable(),
  taboos: long.nullable(),
  birthday: day.nullable(),
})

const acquaintance = z.object({
  personId: z.string(),
  personName: z.string(),
  strength: z.number().int().min(1).max(5).describe('1 met once … 5 trusts us'),
  since: day.nullable(),
  lastContactOn: day.nullable(),
})

const coverage = z.enum(['covered', 'withdrawn', 'nothing said'])

const person = contactEdit.extend(profile.shape).extend({
  contactId: z.number(),
  accountId: z.number(),
  email: z.string().nullable(),
  version: z.number().describe('Of name, post and addresses'),
  profileVersion: z.number().describe('0: no profile yet'),
  confirmedOn: day.nullable().describe('When somebody last said that the profile is so'),
  lastContactOn: day.nullable(),
  leftOn: day.nullable().describe('They left and nobody knows where to'),
  acquaintances: z.array(acquaintance),
  coverage: z.object({ 'personal data': coverage, marketing: coverage, photos: coverage }),
})

const formerPerson = z.object({
  contactId: z.number(),
  name: z.string(),
  title: z.string().nullable(),
  buyingRole: z.enum(buyingRoles).nullable(),
  leftOn: day,
  movedTo: z.object({ id: z.number(), name: z.string() }).nullable(),
})

const job = z.object({
  accountId: z.number(),
  accountName: z.string(),
  title: z.string().nullable(),
  fromDay: day.nullable(),
  toDay: day.nullable(),
})

const consent = z.object({
  id: z.number(),
  covers: z.enum(consentCovers),
  purpose: z.string(),
  legalBasis: z.enum(legalBases),
  givenOn: day,
  givenBy: z.string(),
  withdrawnOn: day.nullable(),
  withdrawnBy: z.string().nullable(),
  inForce: z.boolean(),
})

const file = z.object({
  format: z.enum(['vcard', 'csv']),
  text: z.string().min(1).max(2_000_000).describe('The file’s text, decoded'),
})

const cardPreview = z.object({
  at: z.number().describe('Position in the file, from 0'),
  name: z.string(),
  title: z.string().nullable(),
  verdict: z.enum(['new', 'matched', 'set aside']),
  contactId: z.number().nullable(),
  changes: z.array(z.string()).describe('Fields that would change'),
  reason: z.enum(['no name', 'repeated', 'erased', 'moved', 'unreadable']).nullable(),
  notice: z.enum(['organisation differs']).nullable(),
})

const limit = z.object({
  covers: z.enum(consentCovers),
  months: z.number().int().min(1).max(240).nullable().describe('Without any activity; null: no limit'),
  graceDays: z.number().int().min(0).max(365),
  automatic: z.boolean(),
  version: z.number().int().max(2_147_483_647),
})

export const knownPeopleContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/people',
      summary: 'People of an account: those who work there, the weightiest first, and those who left',
      tags,
    })
    .input(z.object({ accountId: id }))
    .output(z.object({ items: z.array(person), former: z.array(formerPerson) })),
  read: oc
    .route({
      method: 'GET',
      path: '/contacts/{contactId}/person',
      summary: 'One person with their jobs and consents',
      tags,
    })
    .input(z.object({ contactId: id }))
    .output(
      person.extend({ accountName: z.string(), jobs: z.array(job), consents: z.array(consent), mayEdit: z.boolean() }),
    ),
  search: oc
    .route({
      method: 'GET',
      path: '/people-of-accounts',
      summary: 'People of all accounts by a part of name, mail or mobile',
      tags,
    })
    .input(
      z.object({ text: z.string().trim().min(1).max(100), limit: z.coerce.number().int().min(1).max(50).default(8) }),
    )
    .output(
      z.object({
        items: z.array(
          z.object({
            contactId: z.number(),
            name: z.string(),
            title: z.string().nullable(),
            accountId: z.number(),
            accountName: z.string(),
          }),
        ),
      }),
    ),
  add: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/people', summary: 'Add a person with a profile', tags })
    .input(contactEdit.extend(profile.shape).partial().extend({ accountId: id, name: short }))
    .output(z.object({ contactId: z.number() })),
  edit: oc
    .route({
      method: 'PATCH',
      path: '/contacts/{contactId}/person',
      summary: 'Edit a person: addresses and profile together; saving says that the profile is so today',
      tags,
    })
    .input(
      contactEdit
        .extend(profile.shape)
        .partial()
        .extend({ contactId: id, version: z.number().int(), profileVersion: z.number().int() }),
    )
    .output(z.object({ contactId: z.number() })),
  setAcquaintance: oc
    .route({
      method: 'PUT',
      path: '/contacts/{contactId}/acquaintances/{personId}',
      summary: 'Say how well one of ours knows them; strength null: not any more',
      tags,
    })
    .input(
      z.object({
        contactId: id,
        personId: z.string().min(1).max(100),
        strength: z.number().int().min(1).max(5).nullable(),
        since: day.nullable().default(null),
        lastContactOn: day.nullable().default(null),
      }),
    )
    .output(z.object({ contactId: z.number() })),
  move: oc
    .route({
      method: 'POST',
      path: '/contacts/{contactId}/move',
      summary: 'The person moved to another account, or left for nobody knows where (no account given)',
      tags,
    })
    .input(
      z.object({
        contactId: id,
        version: z.number().int(),
        day: day.describe('The first day they no longer worked at the old account'),
        accountId: id.nullable(),
        role: short.nullable().optional(),
        department: short.nullable().optional(),
        phone: short.nullable().optional(),
        mobile: short.nullable().optional(),
        email: z.email().max(200).nullable().optional(),
      }),
    )
    .output(z.object({ contactId: z.number(), accountId: z.number() })),
  giveConsent: oc
    .route({
      method: 'POST',
      path: '/contacts/{contactId}/consents',
      summary: 'Record on what ground something is kept or done',
      tags,
    })
    .input(
      z.object({
        contactId: id,
        covers: z.enum(consentCovers),
        purpose: short,
        legalBasis: z.enum(legalBases),
        givenOn: day,
        givenBy: short.describe('By what: a form, a mail, a word at a visit'),
      }),
    )
    .output(consent),
  withdrawConsent: oc
    .route({ method: 'POST', path: '/consents/{id}/withdraw', summary: 'The person withdrew it', tags })
    .input(z.object({ id, day, by: short.describe('By what they said so') }))
    .output(consent),
  previewFile: oc
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/people/preview',
      summary: 'What a vCard or CSV file would bring: new, matched, set aside with the reason',
      tags,
    })
    .input(file.extend({ accountId: id }))
    .output(z.object({ items: z.array(cardPreview) })),
  importFile: oc
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/people/import',
      summary: 'Take people from a vCard or CSV file',
      tags,
    })
    .input(file.extend({ accountId: id, leaveOut: z.array(z.number().int()).max(10_000).default([]) }))
    .output(z.object({ added: z.number(), changed: z.number(), unchanged: z.number(), setAside: z.number() })),
  everything: oc
    .route({
      method: 'GET',
      path: '/contacts/{contactId}/everything',
      summary: 'Everything any room keeps of a person, for their request to see it',
      tags,
    })
    .input(z.object({ contactId: id }))
    .output(
      z.object({
        contactId: z.number(),
        name: z.string(),
        madeOn: day,
        company: z.string(),
        parts: z.array(z.object({ table: z.string(), title: z.string(), rows: z.array(z.unknown()) })),
        trail: z.array(z.unknown()),
      }),
    ),
  erase: oc
    .route({
      method: 'POST',
      path: '/contacts/{contactId}/erase',
      summary: 'Erase a person on request: the business record stays, without them',
      tags,
    })
    .input(
      z.object({
        contactId: id,
        reference: short.nullable().default(null).describe('Of the request, without their name'),
      }),
    )
    .output(z.object({ contactId: z.number(), touched: z.number() })),
  privacy: oc
    .route({
      method: 'GET',
      path: '/privacy',
      summary: 'Retention limits, people to decide on, and who was erased',
      tags,
    })
    .output(
      z.object({
        limits: z.array(limit),
        reviews: z.array(
          z.object({
            contactId: z.number(),
            name: z.string(),
            accountId: z.number(),
            accountName: z.string(),
            covers: z.enum(consentCovers),
            listedOn: day,
            lastActivity: day,
            endsOn: day.nullable().describe('When the job ends it by itself'),
          }),
        ),
        erasures: z.array(
          z.object({
            contactId: z.number(),
            accountId: z.number(),
            accountName: z.string(),
            erasedOn: day,
            ground: z.enum(['request', 'retention']),
            by: z.string().nullable(),
            reference: z.string().nullable(),
          }),
        ),
      }),
    ),
  setLimit: oc
    .route({ method: 'PUT', path: '/privacy/limits/{covers}', summary: 'Set a retention limit', tags })
    .input(limit)
    .output(limit),
  keep: oc
    .route({
      method: 'POST',
      path: '/contacts/{contactId}/keep',
      summary: 'Keep a person whose time is over until a later day, with a reason',
      tags,
    })
    .input(z.object({ contactId: id, covers: z.enum(consentCovers), until: day, reason: short }))
    .output(z.object({ contactId: z.number() })),
}

export type PersonRead = z.infer<typeof person>
export type FormerPerson = z.infer<typeof formerPerson>
export type CardPreview = z.infer<typeof cardPreview>
