import { expect, test } from 'vitest'
import { curlOf, type OpenApi, operationsOf, typeWords } from './openapi.ts'

const document: OpenApi = {
  info: { title: 'Vitalfew', version: '1' },
  paths: {
    '/accounts/{id}': {
      get: {
        summary: 'One account',
        tags: ['Accounts'],
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
      },
      patch: {
        summary: 'Edit an account',
        tags: ['Accounts'],
        requestBody: {
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: { version: { type: 'integer' }, since: { type: 'string', format: 'date' } },
                required: ['version', 'since'],
              },
            },
          },
        },
      },
    },
    '/health': { get: { tags: ['Health'] } },
  },
}

test('operations are grouped by their room', () => {
  expect(operationsOf(document).map(group => [group.group, group.operations.length])).toEqual([
    ['Accounts', 2],
    ['Health', 1],
  ])
})

test('the example can be pasted into a shell', () => {
  const edit = operationsOf(document)[0]!.operations[1]!
  expect(curlOf(edit, document, 'http://localhost:4780')).toBe(
    [
      'curl -X PATCH "http://localhost:4780/api/accounts/1"',
      '-H "Authorization: Bearer $VITALFEW_KEY"',
      '-H "Idempotency-Key: $(uuidgen)"',
      '-H "Content-Type: application/json"',
      `-d '{"version":1,"since":"2026-03-31"}'`,
    ].join(' \\\n  '),
  )
})

test('types are said in a few words, without limits that zod adds by itself', () => {
  expect(typeWords({ type: 'integer', minimum: 1, maximum: 100 })).toBe('integer 1–100')
  expect(typeWords({ type: 'integer', maximum: 9007199254740991 })).toBe('integer')
  expect(typeWords({ anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] })).toBe('string (date) | null')
  expect(typeWords({ type: 'array', items: { enum: ['a', 'b'] } })).toBe('array of "a" | "b"')
})
