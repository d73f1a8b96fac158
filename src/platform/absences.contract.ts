import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['People']
const day = z.iso.date()

const absenceSchema = z.object({
  id: z.number(),
  personId: z.string(),
  deputyId: z.string().describe('Who stands in: sees the person’s queue and decides for them'),
  from: z.string(),
  to: z.string().describe('Last day away'),
  note: z.string().nullable(),
})

export const absencesContract = {
  list: oc
    .route({ method: 'GET', path: '/absences', summary: 'Who is away today or later, and who stands in', tags })
    .output(z.object({ items: z.array(absenceSchema) })),
  add: oc
    .route({
      method: 'POST',
      path: '/absences',
      summary: 'Be away, with a deputy; the head may say it for anybody',
      tags,
    })
    .input(
      z.object({
        personId: z.string().optional().describe('Oneself where left out'),
        deputyId: z.string(),
        from: day,
        to: day,
        note: z.string().trim().max(500).nullable().default(null),
      }),
    )
    .output(absenceSchema),
  remove: oc
    .route({ method: 'DELETE', path: '/absences/{id}', summary: 'Be back, or not go', tags })
    .input(z.object({ id: z.coerce.number<number>().int().positive() }))
    .output(z.object({ removed: z.literal(true) })),
}
