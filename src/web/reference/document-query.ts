import { queryOptions } from '@tanstack/react-query'
import { requestJson } from '../failure.ts'
import type { OpenApi } from './openapi.ts'

/** The document that the server makes from the same contract as its routes. */
export const documentQuery = queryOptions({
  queryKey: ['openapi'],
  queryFn: () => requestJson<OpenApi>('/api/openapi.json'),
  staleTime: Number.POSITIVE_INFINITY,
})
