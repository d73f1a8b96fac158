import { isProcedure } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rolesAllowed } from '../src/platform/operation.server.ts'
import { type PortalRole, portalRoles, roles } from '../src/platform/roles.ts'
import { type PortalPerson, portalPerson } from '../src/portal/portal.fixture.ts'
import { router } from '../src/router.ts'
import { startTestApi, type TestApi } from './support/api.ts'

type Operation = { name: string; method: string; path: string; allowed: readonly string[] | null }

/** Walks the router: a leaf is a procedure, everything else a room or a noun. */
function operationsIn(node: object, path: string[]): Operation[] {
  if (!isProcedure(node)) return Object.entries(node).flatMap(([name, child]) => operationsIn(child, [...path, name]))
  const { route } = node['~orpc']
  return [
    {
      name: path.join('.'),
      method: route.method ?? 'POST',
      path: (route.path ?? '').replaceAll(/\{\+?[^}]+\}/g, '0'),
      allowed: rolesAllowed(node),
    },
  ]
}

const operations = operationsIn(router, [])

let api: TestApi
const accountsPeople = {} as Record<PortalRole, PortalPerson>
beforeAll(async () => {
  api = await startTestApi()
  const { body } = await api.as('head', 'POST', '/accounts', { code: 'PORTAL', name: 'An account with a portal' })
  accountsPeople['portal buyer'] = await portalPerson(api, body.id, { name: 'The buyer', right: 'buyer' })
  accountsPeople['portal staff'] = await portalPerson(api, body.id, { name: 'The clerk', right: 'staff' })
})
afterAll(() => api.close())

test('every operation says who may do it', () => {
  expect(operations.length).toBeGreaterThan(10)
  expect(operations.filter(operation => operation.allowed === null).map(operation => operation.name)).toEqual([])
})

describe.each(operations)('$name ($method $path)', operation => {
  const isOpen = operation.allowed?.length === 0

  test('nobody gets in without signing in, unless it is open', async () => {
    const { status } = await api.as(null, operation.method, operation.path, operation.method === 'GET' ? undefined : {})
    if (isOpen) expect(status).not.toBe(401)
    else expect(status).toBe(401)
  })

  test.each(roles)('%s', async role => {
    const { status, body } = await api.as(
      role,
      operation.method,
      operation.path,
      operation.method === 'GET' ? undefined : {},
    )
    if (isOpen || operation.allowed?.includes(role)) expect(body?.code).not.toBe('not_allowed')
    else expect({ status, code: body.code }).toEqual({ status: 403, code: 'not_allowed' })
  })
})

describe.each(portalRoles)('%s, of an account,', role => {
  test('has their part of the portal, and nothing of the department', async () => {
    for (const { name, method, path, allowed } of operations) {
      const { status, body } = await accountsPeople[role].as(method, path, method === 'GET' ? undefined : {})
      if (allowed?.length === 0) expect({ name, code: body?.code }).not.toEqual({ name, code: 'not_allowed' })
      else if (allowed?.includes(role))
        expect({ name, isRefused: status === 401 || status === 403 }).toEqual({ name, isRefused: false })
      else expect({ name, status, code: body.code }).toEqual({ name, status: 403, code: 'not_allowed' })
    }
  })
})

test('a key with the scope “read” reads and never writes', async () => {
  const key = await api.keyOf('administrator', 'read')
  const headers = { authorization: `Bearer ${key}` }
  expect((await api.as(null, 'GET', '/people', undefined, headers)).status).toBe(200)
  const refused = await api.as(null, 'PATCH', '/settings', { companyName: 'X' }, headers)
  expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 403, code: 'key_reads_only' })
})
