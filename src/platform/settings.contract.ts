import { oc } from '@orpc/contract'
import { z } from 'zod'

export const settingsSchema = z.object({
  companyName: z.string().max(200),
  baseCurrency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .describe('ISO 4217; XXX until known'),
  fiscalYearStartMonth: z.number().int().min(1).max(12),
  language: z.enum(['en', 'zh-Hans']),
  timeZone: z.string().max(60),
  demo: z.boolean(),
  demoDay: z.string().nullable().describe('The day on which the demo stands'),
})

export const settingsContract = {
  read: oc
    .route({
      method: 'GET',
      path: '/settings',
      summary: 'Company, base currency, fiscal year, language',
      tags: ['Settings'],
    })
    .output(settingsSchema),
  change: oc
    .route({ method: 'PATCH', path: '/settings', summary: 'Change settings', tags: ['Settings'] })
    .input(settingsSchema.omit({ demo: true, demoDay: true }).partial())
    .output(settingsSchema),
}
