import { z } from 'zod'

const short = z.string().trim().min(1).max(200)
const long = z.string().trim().min(1).max(2000)
const day = z.iso.date()
const names = z.array(short).min(1).max(30)
const contactId = z.number().int().positive().nullable()

export const rhythms = ['continuous', 'monthly', 'quarterly', 'half-yearly', 'yearly', 'by project'] as const
export const waysOfBuying = ['tender', 'framework', 'negotiation', 'spot', 'mixed'] as const
export const protections = ['none', 'preference', 'required'] as const

/** What is known of how an account buys, field by field. Days are plain, shares per cent. */
export const buyingValues = {
  process: z.object({
    steps: z
      .array(
        z.object({ name: short, days: z.number().int().min(0).max(1000).nullable(), contactId, who: short.nullable() }),
      )
      .min(1)
      .max(20)
      .describe('In order; days a step usually takes; who signs or does it: a contact, or a role in words'),
  }),
  cycle: z.object({ rhythm: z.enum(rhythms), note: long.nullable() }),
  tendering: z.object({ way: z.enum(waysOfBuying), runBy: short.nullable(), note: long.nullable() }),
  budget: z.object({ months: z.array(z.number().int().min(1).max(12)).min(1).max(12), note: long.nullable() }),
  brandsInUse: z.object({ brands: names }),
  brandsPreferred: z.object({ brands: names, reason: long.nullable() }),
  competitors: z.object({
    shares: z
      .array(
        z.object({
          competitor: short,
          productLine: short.nullable().describe('Null: of all they buy'),
          percent: z.number().min(0).max(100).nullable(),
          source: short.nullable(),
          asOf: day.nullable(),
        }),
      )
      .min(1)
      .max(40),
  }),
  channels: z.object({ channels: names }),
  protection: z.object({ level: z.enum(protections), rules: long.nullable() }),
  quality: z.object({ demands: long }),
  service: z.object({ demands: long }),
}

export type BuyingField = keyof typeof buyingValues
export type BuyingValue<Field extends BuyingField = BuyingField> = z.infer<(typeof buyingValues)[Field]>

const fact = <Field extends BuyingField>(field: Field) =>
  z.object({ field: z.literal(field), value: buyingValues[field] })

/** One fact: the field and what is known, of the shape that the field has. */
export const buyingFactSchema = z.discriminatedUnion('field', [
  fact('process'),
  fact('cycle'),
  fact('tendering'),
  fact('budget'),
  fact('brandsInUse'),
  fact('brandsPreferred'),
  fact('competitors'),
  fact('channels'),
  fact('protection'),
  fact('quality'),
  fact('service'),
])

export type BuyingFact = z.infer<typeof buyingFactSchema>
