import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client } from '../api.ts'
import { useSession } from '../session.ts'
import { keepKit } from './kit.ts'
import { dropKept, keptOf } from './outbox.ts'
import { isOld, useOnline } from './use-outbox.ts'

export type OfflineKit = Awaited<ReturnType<typeof client.engage.brief.kit>>

/** Names of the kit's answers; pages read them by the same. */
export const kitName = {
  all: 'visits',
  report: (visitId: number) => `report ${visitId}`,
  brief: (visitId: number) => `brief ${visitId}`,
}

/** What shows the kit reads it under this key, and anew when a new one is put by. */
export const kitKey = ['offline kit']

/** How old the kit may grow while the app is open, in milliseconds. */
const freshFor = 30 * 60_000

/** Puts the coming days by on this device, while there is a network. Used once, in the shell. */
export function useOfflineKit(): void {
  const { person } = useSession()
  const online = useOnline()
  const queries = useQueryClient()
  useEffect(() => {
    if (!online || !('indexedDB' in window)) return
    const take = () =>
      void takeKit(person.id)
        .then(() => queries.invalidateQueries({ queryKey: kitKey }))
        .catch(() => undefined)
    // The page comes first: the kit is a dozen briefs.
    const first = setTimeout(take, 3000)
    const timer = setInterval(take, freshFor)
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [person.id, online, queries])
}

async function takeKit(personId: string): Promise<void> {
  const old = (await keptOf(personId)).filter(entry => isOld(entry, Date.now()))
  if (old.length > 0) await dropKept(old.map(entry => entry.key))
  const kit = await client.engage.brief.kit({})
  const answers = new Map<string, unknown>([[kitName.all, kit]])
  for (const { reported, brief } of kit.visits) {
    answers.set(kitName.report(reported.visit.id), reported)
    if (brief) answers.set(kitName.brief(reported.visit.id), brief)
  }
  await keepKit(personId, answers)
}
