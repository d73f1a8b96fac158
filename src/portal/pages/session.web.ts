import { createContext, useContext } from 'react'
import type { Session } from './ask.web.ts'

export const SessionContext = createContext<(Session & { refresh: () => void }) | null>(null)

/** Who is signed in. @throws outside of the pages behind the doors */
export function useSession() {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession is used before the doors')
  return session
}
