import { expect, test } from 'vitest'
import { router } from '../router.ts'
import { openApiDocument } from './openapi.server.ts'

type Operation = {
  summary?: string
  tags?: string[]
  security?: object[]
  'x-roles'?: string[]
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: object } }

const document = (await openApiDocument(router)) as Document
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, method, operation })),
)

test('the reference is OpenAPI 3.1 and tells every operation’s meaning, room and roles', () => {
  expect(document.openapi).toMatch(/^3\.1\./)
  expect(operations.length).toBeGreaterThan(50)
  const poor = operations.filter(
    ({ operation }) => !operation.summary || !operation.tags?.length || !operation['x-roles'],
  )
  expect(poor.map(({ name }) => name)).toEqual([])
})

test('every operation tells its refusals as problem details', () => {
  for (const { name, method, operation } of operations) {
    const isOpen = operation['x-roles']?.length === 0
    const expected = ['400', ...(isOpen ? [] : ['401', '403']), ...(method === 'get' ? [] : ['409']), 'default']
    expect({ name, codes: Object.keys(operation.responses) }).toEqual({
      name,
      codes: expect.arrayContaining(expected),
    })
    for (const code of expected)
      expect(Object.keys(operation.responses[code]!.content ?? {})).toEqual(['application/problem+json'])
  }
})

test('every reference inside the document leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(match => match[1]!)
  expect(references.length).toBeGreaterThan(0)
  const lost = references.filter(reference => {
    let at: unknown = document
    for (const part of reference.split('/'))
      at = (at as Record<string, unknown> | undefined)?.[decodeURIComponent(part)]
    return at === undefined
  })
  expect(lost).toEqual([])
})
