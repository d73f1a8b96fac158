import { oc } from '@orpc/contract'
import { z } from 'zod'

export const healthContract = {
  check: oc
    .route({ method: 'GET', path: '/health', summary: '200 when database and worker are ready', tags: ['Health'] })
    .output(z.object({ database: z.literal('ready'), worker: z.literal('ready'), version: z.string() })),
}
