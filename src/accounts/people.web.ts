import { useQuery } from '@tanstack/react-query'
import { api } from '../web/api.ts'

/** The department's people: who can own accounts, and the names behind ids. */
export function usePeople() {
  const query = useQuery(api.people.list.queryOptions({ staleTime: 5 * 60_000 }))
  const all = query.data?.items ?? []
  const names = new Map(all.map(person => [person.id, person.name]))
  return {
    owners: all.filter(person => !person.disabled && (person.role === 'manager' || person.role === 'head')),
    /** Everybody who can sign in. */
    everybody: all.filter(person => !person.disabled),
    nameOf: (id: string): string => names.get(id) ?? id,
  }
}
