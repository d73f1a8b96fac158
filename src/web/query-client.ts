import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { isPassing, problemOf } from './failure.ts'

/**
 * Refusals are final, silence is tried twice more. Data stays fresh for half a minute; a write invalidates its own.
 * `onSignedOut` is called when the session has ended under an open page.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: unknown) => {
    if (problemOf(error).code === 'not_signed_in') onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // Without a network a query fails and says so (or answers from what is kept), rather than wait unseen.
        networkMode: 'always',
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && isPassing(problemOf(error)),
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
