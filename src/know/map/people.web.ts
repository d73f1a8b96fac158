import { useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

type Choice = { value: string; label: string }

/** The department's people: all who are still here, those of them who own accounts, and the names behind ids. */
export function useColleagues() {
  const query = useQuery(api.people.list.queryOptions({ staleTime: 5 * 60_000 }))
  const all = query.data?.items ?? []
  const here = all.filter(person => !person.disabled)
  const names = new Map(all.map(person => [person.id, person.name]))
  const choice = ({ id, name }: { id: string; name: string }): Choice => ({ value: id, label: name })
  return {
    colleagues: here.map(choice),
    owners: here.filter(({ role }) => role === 'manager' || role === 'head').map(choice),
    nameOf: (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null)),
  }
}
