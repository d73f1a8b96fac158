import type { Answer, TestApi } from '../../tests/support/api.ts'
import type { PortalRight } from './may-portal.server.ts'

const origin = 'http://vitalfew.test'

export type PortalPerson = {
  name: string
  email: string
  right: PortalRight
  cookie: string
  as: (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>
}

export const cookieOf = (answer: Answer): string =>
  answer.headers
    .getSetCookie()
    .map(text => text.split(';')[0])
    .join('; ')

export const secretOf = (link: string): string => link.split('#')[1]!

/** At the doors of the sign-in. */
export const knock = (api: TestApi, path: string, body: object): Promise<Answer> =>
  api.as(null, 'POST', `/auth${path}`, body, { origin })

/** Sends as whoever has this cookie. */
export const withCookie =
  (api: TestApi, cookie: string): PortalPerson['as'] =>
  (method, path, body, headers = {}) =>
    api.as(null, method, path, body, { cookie, ...headers })

/** Invited by the head, accepted and signed in. */
export async function portalPerson(
  api: TestApi,
  accountId: number,
  person: { name: string; right: PortalRight; subsidiaries?: boolean; password?: string },
): Promise<PortalPerson> {
  const email = `${person.name.toLowerCase().replaceAll(' ', '.')}@dealer.example`
  const { body } = await api.as('head', 'POST', `/accounts/${accountId}/portal/invitations`, {
    email,
    language: 'en',
    name: person.name,
    right: person.right,
    subsidiaries: person.subsidiaries ?? false,
  })
  const password = person.password ?? null
  const accepted = await knock(api, '/portal/accept', { secret: secretOf(body.link), name: person.name, password })
  const cookie = cookieOf(accepted)
  return { name: person.name, right: person.right, email, cookie, as: withCookie(api, cookie) }
}
