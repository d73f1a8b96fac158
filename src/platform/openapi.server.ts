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
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema },
  }
  completeOperations(router, document.paths as Paths)
  return document
}

/** RFC 9457, as every refusal is answered. */
const problemSchema = {
  type: 'object' as const,
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' as const },
    title: { type: 'string' as const },
    status: { type: 'integer' as const },
    code: { type: 'string' as const, description: 'Stable; scripts may compare it' },
    detail: { type: 'string' as const, description: 'The sentence, in the language of the request' },
    values: { type: 'object' as const, additionalProperties: true },
    issues: {
      type: 'array' as const,
      description: 'What is wrong where, with input_invalid',
      items: {
        type: 'object' as const,
        required: ['path', 'message'],
        properties: { path: { type: 'string' as const }, message: { type: 'string' as const } },
      },
    },
  },
}

function problemAnswer(description: string): object {
  return { description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }
}

/** The refusals that any operation may answer; `default` stands for the further ones of its own. */
function problemAnswers(isOpen: boolean, writes: boolean): Record<string, object> {
  return {
    400: problemAnswer('The input does not fit (input_invalid)'),
    ...(isOpen
      ? {}
      : {
          401: problemAnswer('Nobody is signed in (not_signed_in)'),
          403: problemAnswer('The role, the key or the account’s owner does not allow it'),
        }),
    ...(writes ? { 409: problemAnswer('A conflict with the present state, or with an Idempotency-Key') } : {}),
    default: problemAnswer('Any other refusal, told by its code'),
  }
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same request again under the same key gets the first answer; kept a day',
  schema: { type: 'string' },
}

function completeOperations(node: object, paths: Paths): void {
  if (!isProcedure(node)) {
    for (const child of Object.values(node)) completeOperations(child as object, paths)
    return
  }
  const { path, method } = node['~orpc'].route
  const operation = path && paths[path]?.[(method ?? 'POST').toLowerCase()]
  if (!operation) return
  const roles = rolesAllowed(node) ?? []
  const writes = method !== 'GET'
  operation['x-roles'] = roles
  if (roles.length === 0) operation.security = []
  operation.responses = { ...(operation.responses as object), ...problemAnswers(roles.length === 0, writes) }
  if (writes) operation.parameters = [...((operation.parameters as object[] | undefined) ?? []), idempotencyKey]
}
