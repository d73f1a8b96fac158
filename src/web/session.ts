import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Role } from '../platform/roles.ts'
import { api, type client } from './api.ts'
import { keepSession, orKept, readKeptSession } from './offline/kit.ts'

/** Who is signed in, and at which company. */
export type Session = Awaited<ReturnType<typeof client.people.session>>
export type Company = Session['company']

const asked = api.people.session.queryOptions()

/** Without a network: who was signed in when there was one, so that the app opens on what is kept on this device. */
export const sessionQuery = queryOptions({
  ...asked,
  queryFn: context =>
    orKept(
      async () => {
        const session = await asked.queryFn(context)
        // Private windows may refuse to keep anything: then the app needs its network.
        await keepSession(session).catch(() => undefined)
        return session
      },
      () => readKeptSession<Session>(),
    ),
  staleTime: 5 * 60_000,
  retry: false,
})

export const SessionContext = createContext<Session | null>(null)

/** The session of a page behind sign-in. @throws outside of the shell, where there is none */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is used outside of the shell')
  return session
}

const nobody: Company = {
  name: '',
  baseCurrency: 'XXX',
  fiscalYearStart: 1,
  timeZone: 'UTC',
  today: '1970-01-01',
  demoDay: null,
}

/** The company's name, currency and fiscal year; neutral before sign-in. */
export function useCompany(): Company {
  return useContext(SessionContext)?.company ?? nobody
}

/** Whether the person's role is one of these, to hide what the server would refuse anyway. */
export function useMay(...roles: Role[]): boolean {
  const session = useContext(SessionContext)
  return session !== null && roles.includes(session.person.role)
}
