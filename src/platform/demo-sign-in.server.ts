import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { BetterAuthPlugin } from 'better-auth/types'
import { z } from 'zod'

/** One click signs in as one of the demo's people; only a company whose settings say it is a demo has it. */
export function demoSignIn(isDemo: () => Promise<boolean>) {
  return {
    id: 'demo-sign-in',
    endpoints: {
      signInToDemo: createAuthEndpoint(
        '/sign-in/demo',
        { method: 'POST', body: z.object({ personId: z.string().max(100) }) },
        async endpoint => {
          if (!(await isDemo())) throw new APIError('FORBIDDEN', { code: 'DEMO_ONLY', message: 'This is not a demo.' })
          const user = await endpoint.context.internalAdapter.findUserById(endpoint.body.personId)
          const known = user as (typeof user & { service?: boolean; disabled?: boolean }) | null
          if (!user || known?.service || known?.disabled) {
            throw new APIError('NOT_FOUND', { code: 'PERSON_UNKNOWN', message: 'There is no such person.' })
          }
          const session = await endpoint.context.internalAdapter.createSession(user.id)
          await setSessionCookie(endpoint, { session, user })
          return endpoint.json({ signedIn: true })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}
