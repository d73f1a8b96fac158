import type { client } from '../../../web/api.ts'

/** A promise as the list shows it. */
export type PromiseRead = Awaited<ReturnType<typeof client.engage.promises.list>>['items'][number]
