import { QueryClient } from '@tanstack/react-query'
import { isPassing, problemOf } from './failure.ts'

/** Refusals are final, silence is tried twice more. Data stays fresh for half a minute; a write invalidates its own. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isPassing(problemOf(error)),
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  })
}
