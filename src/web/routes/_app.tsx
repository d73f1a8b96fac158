import { createFileRoute, redirect } from '@tanstack/react-router'
import { problemOf } from '../failure.ts'
import { sessionQuery } from '../session.ts'
import { Shell } from '../shell/Shell.tsx'

/** Everything behind sign-in stands in the shell. */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery).catch(async (error: unknown) => {
      // Somebody of an account: their pages are another app.
      if (problemOf(error).code === 'not_allowed') {
        window.location.replace('/portal/')
        await new Promise(() => undefined)
      }
      if (problemOf(error).status !== 401) throw error
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { from: location.href } })
    })
    return { session }
  },
  component: Shell,
})
