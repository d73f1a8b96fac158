import { i18n } from '@lingui/core'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { contract } from '../contract.ts'
import { problemFrom, RequestFailed } from './failure.ts'

/**
 * Every refusal arrives as problem details and leaves as RequestFailed, so that pages meet one kind of error.
 * (The link would hand `application/problem+json` over as a Blob.)
 */
async function request(input: Request, init?: RequestInit): Promise<Response> {
  const response = await globalThis.fetch(input, { ...init, credentials: 'same-origin' })
  if (response.ok) return response
  throw new RequestFailed(problemFrom(await response.json().catch(() => null), response.status))
}

const link = new OpenAPILink(contract, {
  url: () => `${globalThis.location.origin}/api`,
  headers: () => ({ 'accept-language': i18n.locale || 'en' }),
  fetch: (input, init) => request(input, init),
})

/** The typed client: `await client.accounts.get({ id })`. */
export const client: JsonifiedClient<ContractRouterClient<typeof contract>> = createORPCClient(link)

/**
 * The same for React Query, as options with keys made from operation and input:
 *
 *     useQuery(api.accounts.get.queryOptions({ input: { id } }))
 *     useInfiniteQuery(api.accounts.list.infiniteOptions({ input: cursor => ({ …, cursor }), … }))
 *     useMutation(api.accounts.edit.mutationOptions({ onSuccess: … }))
 *     queryClient.invalidateQueries({ queryKey: api.accounts.key() })
 */
export const api = createTanstackQueryUtils(client)
