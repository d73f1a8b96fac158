import { OpenAPIGenerator } from '@orpc/openapi'
import { type AnyRouter, isProcedure } from '@orpc/server'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { rolesAllowed } from './operation.server.ts'
import { version } from './version.server.ts'

type Paths = Record<string, Record<string, Record<string, unknown>>>

/** The OpenAPI 3.1 document of all operations, each with the roles that may do it (`x-roles`; empty = open). */
export async function openApiDocument(router: AnyRouter): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(router, {
    info: {
      title: 'Vitalfew',
      version,
      description:
        'Every operation of the product. Errors are problem details (RFC 9457) with a stable `code`. Lists take `limit` and `cursor` and answer `items` and `nextCursor`. A write with an `Idempotency-Key` is done once.',
    },
    servers: [{ url: '/api' }],
    security: [{ key: [] }],
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key (People and rights)' } },
    },
  })
  nameRoles(router, document.paths as Paths)
  return document
}

function nameRoles(node: object, paths: Paths): void {
  if (!isProcedure(node)) {
    for (const child of Object.values(node)) nameRoles(child as object, paths)
    return
  }
  const { path, method } = node['~orpc'].route
  const operation = path && paths[path]?.[(method ?? 'POST').toLowerCase()]
  if (operation) operation['x-roles'] = rolesAllowed(node) ?? []
}
