import type { AnyContractRouter } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { version } from './version.server.ts'

/** The OpenAPI 3.1 document of all operations. */
export async function openApiDocument(contract: AnyContractRouter): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
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
}
