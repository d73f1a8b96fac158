import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { BetterAuthPlugin } from 'better-auth/types'
import { z } from 'zod'
import { Refusal } from './refusal.ts'

/** What the room of the portal decides at its doors; sessions, cookies and the limit on tries are the sign-in's. */
export type PortalDoors = {
  /** Mails a link to whoever has this address; says nothing of whether there is anybody. */
  mailLink: (email: string) => Promise<void>
  /** Uses a mailed link up; the id of the person it signs in. @throws Refusal link_invalid */
  openLink: (secret: string) => Promise<string>
  /** Uses an invitation up and makes the person; their id. @throws Refusal link_invalid, password_short */
  accept: (
    input: { secret: string; name: string; password: string | null },
    hash: (password: string) => Promise<string>,
  ) => Promise<string>
}

/** An answer takes at least so long, whether there was anybody or not; milliseconds. */
const leastTime = 400

const secret = z.string().max(100)

export function portalDoors(doors: PortalDoors) {
  return {
    id: 'portal-doors',
    endpoints: {
      mailPortalLink: createAuthEndpoint(
        '/portal/link',
        { method: 'POST', body: z.object({ email: z.email().max(200) }) },
        async endpoint => {
          const pause = new Promise(resolve => setTimeout(resolve, leastTime))
          await Promise.all([doors.mailLink(endpoint.body.email), pause])
          return endpoint.json({ asked: true })
        },
      ),
      openPortalLink: createAuthEndpoint(
        '/portal/open',
        { method: 'POST', body: z.object({ secret }) },
        async endpoint => {
          await beginSession(
            endpoint,
            refusing(() => doors.openLink(endpoint.body.secret)),
          )
          return endpoint.json({ signedIn: true })
        },
      ),
      acceptPortalInvitation: createAuthEndpoint(
        '/portal/accept',
        {
          method: 'POST',
          body: z.object({
            secret,
            name: z.string().trim().min(1).max(120),
            password: z.string().max(200).nullable(),
          }),
        },
        async endpoint => {
          const hash = (password: string) => endpoint.context.password.hash(password)
          await beginSession(
            endpoint,
            refusing(() => doors.accept(endpoint.body, hash)),
          )
          return endpoint.json({ signedIn: true })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}

type Endpoint = Parameters<typeof setSessionCookie>[0]

async function beginSession(endpoint: Endpoint, personId: Promise<string>): Promise<void> {
  const user = await endpoint.context.internalAdapter.findUserById(await personId)
  if (!user) throw new APIError('NOT_FOUND', { code: 'PERSON_UNKNOWN', message: 'There is no such person.' })
  const session = await endpoint.context.internalAdapter.createSession(user.id)
  await setSessionCookie(endpoint, { session, user })
}

/** A refusal passes the sign-in library as an error that sign-in-doors.server.ts reads back. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    throw new APIError('UNPROCESSABLE_ENTITY', { code: `refusal:${error.code}`, message: JSON.stringify(error.values) })
  }
}
