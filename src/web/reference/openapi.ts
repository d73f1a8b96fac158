/** The parts of an OpenAPI 3.1 document that the reference page shows, read without trust in its completeness. */
export type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  format?: string
  pattern?: string
  description?: string
  default?: unknown
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  additionalProperties?: boolean | Schema
  $ref?: string
}

export type Parameter = { name: string; in: string; required?: boolean; description?: string; schema?: Schema }

export type RawOperation = {
  operationId?: string
  summary?: string
  description?: string
  tags?: string[]
  parameters?: Parameter[]
  requestBody?: { required?: boolean; content?: Record<string, { schema?: Schema }> }
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>
  'x-roles'?: string[]
}

export type OpenApi = {
  info: { title: string; version: string; description?: string }
  paths: Record<string, Record<string, RawOperation>>
  components?: { schemas?: Record<string, Schema> }
}

export type Operation = {
  id: string
  method: string
  path: string
  summary: string
  description: string | null
  group: string
  parameters: Parameter[]
  body: Schema | null
  /** By status, lowest first. */
  answers: { status: string; description: string; schema: Schema | null }[]
  /** Roles allowed; null where the document does not say. */
  roles: string[] | null
}

const methods = ['get', 'post', 'put', 'patch', 'delete']

/** All operations, by group in the order of the document. */
export function operationsOf(document: OpenApi): { group: string; operations: Operation[] }[] {
  const groups = new Map<string, Operation[]>()
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const raw = item[method]
      if (!raw) continue
      const operation = operationOf(method, path, raw)
      groups.set(operation.group, [...(groups.get(operation.group) ?? []), operation])
    }
  }
  return [...groups].map(([group, operations]) => ({ group, operations }))
}

function operationOf(method: string, path: string, raw: RawOperation): Operation {
  return {
    id: raw.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    summary: raw.summary ?? path,
    description: raw.description ?? null,
    group: raw.tags?.[0] ?? 'Other',
    parameters: raw.parameters ?? [],
    body: jsonSchema(raw.requestBody?.content),
    answers: Object.entries(raw.responses ?? {}).map(([status, answer]) => ({
      status,
      description: answer.description ?? '',
      schema: jsonSchema(answer.content),
    })),
    roles: raw['x-roles'] ?? null,
  }
}

function jsonSchema(content: Record<string, { schema?: Schema }> | undefined): Schema | null {
  return content?.['application/json']?.schema ?? Object.values(content ?? {})[0]?.schema ?? null
}

/** Follows `#/components/schemas/Name`; anything else stays. */
export function resolve(schema: Schema, document: OpenApi): Schema {
  const name = schema.$ref?.match(/^#\/components\/schemas\/(.+)$/)?.[1]
  return (name && document.components?.schemas?.[name]) || schema
}

/** A schema in a few words: "string (date)", "integer 1–100", "“a” | “b”", "array of object". */
export function typeWords(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map(value => JSON.stringify(value)).join(' | ')
  const variants = schema.anyOf ?? schema.oneOf
  if (variants) return [...new Set(variants.map(typeWords))].join(' | ')
  if (schema.type === 'array') return schema.items ? `array of ${typeWords(schema.items)}` : 'array'
  const type = Array.isArray(schema.type)
    ? schema.type.join(' | ')
    : (schema.type ?? (schema.properties ? 'object' : 'any'))
  const limits = limitWords(schema)
  return `${type}${schema.format ? ` (${schema.format})` : ''}${limits ? ` ${limits}` : ''}`
}

function limitWords(schema: Schema): string {
  // zod writes the safe integers as limits; they say nothing to a reader.
  const low =
    schema.minimum !== undefined && schema.minimum > Number.MIN_SAFE_INTEGER ? schema.minimum : schema.minLength
  const high =
    schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER ? schema.maximum : schema.maxLength
  if (low === undefined && high === undefined) return ''
  if (high === undefined) return `≥ ${low}`
  return low === undefined ? `≤ ${high}` : `${low}–${high}`
}

/** An example value, for the body of the curl line. */
export function exampleOf(schema: Schema, document: OpenApi, depth = 0): unknown {
  const known = resolve(schema, document)
  if (known.default !== undefined) return known.default
  if (known.const !== undefined) return known.const
  if (known.enum) return known.enum[0]
  const variants = known.anyOf ?? known.oneOf
  if (variants?.[0]) return exampleOf(variants[0], document, depth)
  if (known.properties && depth < 4) {
    const wanted = known.required ?? Object.keys(known.properties)
    return Object.fromEntries(
      wanted.map(name => [name, exampleOf(known.properties?.[name] ?? {}, document, depth + 1)]),
    )
  }
  const type = Array.isArray(known.type) ? known.type[0] : known.type
  if (type === 'array') return known.items && depth < 4 ? [exampleOf(known.items, document, depth + 1)] : []
  if (type === 'integer' || type === 'number') return Math.max(1, known.minimum ?? 1)
  if (type === 'boolean') return true
  if (known.format === 'date') return '2026-03-31'
  if (known.format === 'email') return 'name@example.com'
  return type === 'string' ? 'text' : null
}

/** A line that runs in a shell once `$VITALFEW_KEY` holds an API key. */
export function curlOf(operation: Operation, document: OpenApi, origin: string): string {
  const path = operation.path.replace(/\{(\w+)\}/g, '1')
  const query = operation.parameters
    .filter(parameter => parameter.in === 'query' && parameter.required)
    .map(parameter => `${parameter.name}=${encodeURIComponent(String(exampleOf(parameter.schema ?? {}, document)))}`)
    .join('&')
  const lines = [`curl "${origin}/api${path}${query ? `?${query}` : ''}"`]
  if (operation.method !== 'GET') lines[0] = `curl -X ${operation.method} "${origin}/api${path}"`
  lines.push(`-H "Authorization: Bearer $VITALFEW_KEY"`)
  if (operation.method !== 'GET') lines.push(`-H "Idempotency-Key: $(uuidgen)"`)
  if (operation.body) {
    lines.push(`-H "Content-Type: application/json"`)
    lines.push(`-d '${JSON.stringify(exampleOf(operation.body, document))}'`)
  }
  return lines.join(' \\\n  ')
}
