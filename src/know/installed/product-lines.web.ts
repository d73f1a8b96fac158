import { useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'

/** The names of the product lines there are, to choose from. */
export function useProductLines(): string[] {
  const query = useQuery(api.know.installed.lines.queryOptions({ staleTime: 5 * 60_000 }))
  return query.data?.items.map(line => line.productLine) ?? []
}
