import { useEffect, useRef, useState } from 'react'
import { client } from '../../web/api.ts'
import { type LatestWins, latestWins } from '../latest-wins.ts'
import type { Policy } from '../policy.ts'
import type { Tier } from '../tier.ts'

type Wish = Parameters<typeof client.identify.policy.simulate>[0]
export type Simulated = Awaited<ReturnType<typeof client.identify.policy.simulate>>

/** How many moving accounts are named beside the figures. */
const namedMoves = 12

/**
 * What the policy would do, answered while sliders move: one request at a time, begun on an animation frame, of all
 * positions in between only the last is asked. `policy` is null while the draft has a fault; the last answer stays.
 */
export function useSimulation(
  policy: Policy | null,
  mode: 'settled' | 'next review',
  flow: { from: Tier; to: Tier } | null,
): { answer: Simulated | null; error: unknown; retry: () => void } {
  const [answer, setAnswer] = useState<Simulated | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  const asker = useRef<LatestWins<Wish> | null>(null)

  useEffect(() => {
    const made = latestWins<Wish, Simulated>({
      run: wish => client.identify.policy.simulate(wish),
      told: told => {
        setAnswer(told)
        setError(null)
      },
      failed: setError,
      schedule: begin => void requestAnimationFrame(begin),
    })
    asker.current = made
    return () => made.close()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks the same again
  useEffect(() => {
    if (policy) asker.current?.ask({ policy, mode, moves: namedMoves, ...flow })
  }, [policy, mode, flow, tries])

  return { answer, error, retry: () => setTries(tries + 1) }
}
