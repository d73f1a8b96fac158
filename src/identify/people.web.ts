import { useQuery } from '@tanstack/react-query'
import { api } from '../web/api.ts'

/** Names of the department's people, and those who can own accounts. */
export function usePeople() {
  const query = useQuery(api.people.list.queryOptions({ staleTime: 5 * 60_000 }))
  const all = query.data?.items ?? []
  const names = new Map(all.map(person => [person.id, person.name]))
  return {
    owners: all.filter(person => !person.disabled && (person.role === 'manager' || person.role === 'head')),
    /** Everybody who may act: all but readers and those who have left. */
    workers: all.filter(person => !person.disabled && person.role !== 'reader'),
    nameOf: (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null)),
  }
}
