import { oc } from '@orpc/contract'
import { z } from 'zod'
import { tiers } from '../../identify/tier.ts'
import { insurances, siteKinds } from './site.ts'

const tags = ['Sites']
const id = z.coerce.number<number>().int().positive()
const short = z.string().trim().min(1).max(200)
const latitude = z.number().min(-90).max(90)
const longitude = z.number().min(-180).max(180)
const amount = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,6})?$/, 'A decimal of at least 0 with at most six digits after the point')

const siteEditSchema = z.object({
  code: short.nullable().describe('What the account or the ERP calls it'),
  name: short,
  kind: z.enum(siteKinds),
  address: z.string().trim().max(500).nullable(),
  city: short.nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'Two capital letters, ISO 3166-1')
    .nullable(),
  latitude: latitude.nullable().describe('Degrees north; without it the centre of the city is taken'),
  longitude: longitude.nullable().describe('Degrees east'),
  goodsValue: amount.nullable().describe('Our goods there, exact decimal in base currency; null: not known'),
  goodsAsOf: z.iso.date().nullable(),
  insurance: z.enum(insurances).nullable().describe('Null: not known'),
  insuranceAsOf: z.iso.date().nullable(),
  note: z.string().trim().max(4000).nullable(),
})

export const siteSchema = z.object({
  ...siteEditSchema.shape,
  name: z.string(),
  id: z.number(),
  accountId: z.number(),
  locatedBy: z.enum(['gazetteer', 'person']).nullable().describe('gazetteer: the centre of its city'),
  version: z.number().describe('Give it back with an edit'),
})

const townSchema = z.object({
  name: z.string(),
  nameChinese: z.string().nullable(),
  country: z.string(),
  province: z.string().describe("GeoNames' code of the province or state"),
  population: z.number(),
  latitude,
  longitude,
})

const degrees = (low: number, high: number) => z.coerce.number<number>().min(low).max(high)

export const sitesContract = {
  list: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/sites', summary: 'Sites of an account, by name', tags })
    .input(z.object({ accountId: id }))
    .output(z.object({ items: z.array(siteSchema), mayEdit: z.boolean() })),
  add: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/sites', summary: 'Add a site', tags })
    .input(siteEditSchema.partial().extend({ accountId: id, name: short }))
    .output(siteSchema),
  edit: oc
    .route({ method: 'PATCH', path: '/sites/{id}', summary: 'Edit a site', tags })
    .input(siteEditSchema.partial().extend({ id, version: z.number().int() }))
    .output(siteSchema),
  remove: oc
    .route({ method: 'DELETE', path: '/sites/{id}', summary: 'Delete a site', tags })
    .input(z.object({ id }))
    .output(z.object({ removed: z.literal(true) })),
  fill: oc
    .route({
      method: 'POST',
      path: '/sites/fill',
      summary:
        'Give every account without a site one in its city, and every site without coordinates those of its city',
      tags,
    })
    .input(z.object({}))
    .output(
      z.object({
        added: z.number().describe('Accounts that got their first site'),
        placed: z.number().describe('Sites that got coordinates'),
        unknown: z
          .array(z.object({ city: z.string(), country: z.string().nullable(), accounts: z.number() }))
          .describe('Cities that the gazetteer lacks, the most frequent first'),
        withoutCity: z.number(),
      }),
    ),
  lookUp: oc
    .route({ method: 'GET', path: '/places', summary: 'Places of that name, from the bundled gazetteer', tags })
    .input(
      z.object({
        text: z.string().trim().min(1).max(100),
        country: z
          .string()
          .regex(/^[A-Za-z]{2}$/)
          .optional(),
        limit: z.coerce.number<number>().int().min(1).max(20).default(8),
      }),
    )
    .output(z.object({ items: z.array(townSchema) })),
  towns: oc
    .route({ method: 'GET', path: '/places/in-box', summary: 'The largest towns of a piece of the map', tags })
    .input(
      z.object({
        north: degrees(-90, 90),
        south: degrees(-90, 90),
        west: degrees(-180, 180),
        east: degrees(-180, 180),
        limit: z.coerce.number<number>().int().min(1).max(300).default(80),
      }),
    )
    .output(z.object({ items: z.array(townSchema) })),
  map: oc
    .route({
      method: 'GET',
      path: '/sites/map',
      summary: 'Sites with coordinates, of the accounts with the largest sales first',
      tags,
    })
    .input(
      z.object({
        tier: z.union([z.enum(tiers), z.array(z.enum(tiers))]).optional(),
        ownerId: z.string().max(100).optional().describe("'none': accounts that nobody owns"),
        text: z
          .string()
          .trim()
          .max(100)
          .optional()
          .describe('Part of the name of the account or the site, or the city'),
        limit: z.coerce.number<number>().int().min(1).max(20_000).default(10_000),
      }),
    )
    .output(
      z.object({
        total: z.number().describe('Sites with coordinates that fit'),
        accounts: z.number(),
        withoutSite: z.number().describe('Accounts without any site'),
        withoutPlace: z.number().describe('Sites without coordinates'),
        window: z.object({ from: z.string(), to: z.string() }).nullable().describe('The twelve months of the sales'),
        items: z.array(
          z.object({
            id: z.number(),
            name: z.string(),
            kind: z.enum(siteKinds),
            city: z.string().nullable(),
            latitude,
            longitude,
            locatedBy: z.enum(['gazetteer', 'person']),
            goodsValue: z.string().nullable(),
            account: z.object({
              id: z.number(),
              code: z.string(),
              name: z.string(),
              ownerId: z.string().nullable(),
              tier: z.enum(tiers).nullable(),
              revenue: z.string().nullable().describe('Exact decimal in base currency, of the window'),
            }),
          }),
        ),
      }),
    ),
}
