import { queryOptions } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { Language } from '../platform/language.ts'
import type { Role } from '../platform/roles.ts'
import { requestJson } from './failure.ts'

/** Who is signed in, and at which company. */
export type Session = {
  person: { id: string; name: string; email: string; role: Role; language: Language | null; title: string | null }
  company: Company
  /** Only the demo lets anyone become any of its people. */
  demo: boolean
}

export type Company = {
  name: string
  /** ISO 4217; 'XXX' until the first import names one. */
  baseCurrency: string
  /** First month of the fiscal year, 1 to 12. */
  fiscalYearStart: number
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => requestJson<Session>('/api/session'),
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

const nobody: Company = { name: '', baseCurrency: 'XXX', fiscalYearStart: 1 }

/** The company's name, currency and fiscal year; neutral before sign-in. */
export function useCompany(): Company {
  return useContext(SessionContext)?.company ?? nobody
}

/** Whether the person's role is one of these, to hide what the server would refuse anyway. */
export function useMay(...roles: Role[]): boolean {
  const session = useContext(SessionContext)
  return session !== null && roles.includes(session.person.role)
}
