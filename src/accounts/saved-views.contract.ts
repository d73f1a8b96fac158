import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['Saved views']
const page = z.string().trim().min(1).max(60).describe('The page it belongs to, such as accounts')

const savedViewSchema = z.object({
  id: z.number(),
  page: z.string(),
  name: z.string(),
  search: z.record(z.string(), z.unknown()).describe('Filters, window and sort as in the address'),
})

export const savedViewsContract = {
  list: oc
    .route({ method: 'GET', path: '/saved-views', summary: 'My saved views of a page', tags })
    .input(z.object({ page }))
    .output(z.object({ items: z.array(savedViewSchema) })),
  save: oc
    .route({
      method: 'PUT',
      path: '/saved-views',
      summary: 'Save a view under a name; the same name replaces it',
      tags,
    })
    .input(
      z.object({
        page,
        name: z.string().trim().min(1).max(80),
        search: z
          .record(z.string().max(60), z.unknown())
          .refine(search => JSON.stringify(search).length <= 8000, 'too long'),
      }),
    )
    .output(savedViewSchema),
  remove: oc
    .route({ method: 'DELETE', path: '/saved-views/{id}', summary: 'Delete one of my saved views', tags })
    .input(z.object({ id: z.coerce.number<number>().int().positive() }))
    .output(z.object({ removed: z.literal(true) })),
}
