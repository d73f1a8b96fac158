import { problemOf } from '../failure.ts'
import { offlineDatabase } from './offline-database.ts'

/**
 * The offline kit: what the server answered about the coming days, put by on this device for one person. Nothing else
 * of /api is ever kept, and the kit goes with the sign-out.
 */

/** Puts the person's kit by in place of the one before, and forgets every other person's. */
export async function keepKit(personId: string, answers: ReadonlyMap<string, unknown>): Promise<void> {
  const transaction = (await offlineDatabase()).transaction('kit', 'readwrite')
  await transaction.store.clear()
  await Promise.all(
    [...answers].map(([name, answer]) => transaction.store.put({ key: `${personId} ${name}`, personId, answer })),
  )
  await transaction.done
}

/** An answer of the person's kit; undefined where there is none. */
export async function readKit<Answer>(personId: string, name: string): Promise<Answer | undefined> {
  const entry = await (await offlineDatabase()).get('kit', `${personId} ${name}`)
  return entry?.answer as Answer | undefined
}

export async function forgetKit(): Promise<void> {
  const transaction = (await offlineDatabase()).transaction(['kit', 'facts'], 'readwrite')
  await Promise.all([transaction.objectStore('kit').clear(), transaction.objectStore('facts').clear()])
  await transaction.done
}

const sessionFact = 'session'

export async function keepSession(session: unknown): Promise<void> {
  await (await offlineDatabase()).put('facts', session, sessionFact)
}

/** Who was signed in when the network was last there. */
export async function readKeptSession<Session>(): Promise<Session | undefined> {
  return (await (await offlineDatabase()).get('facts', sessionFact)) as Session | undefined
}

/** Whether nothing of ours can be reached: no network, or only the proxy before us answers. */
export function isAway(error: unknown): boolean {
  const { status } = problemOf(error)
  return status === 0 || (status >= 502 && status <= 504)
}

/** Asks the server; without a network, what is kept. What nothing is kept of fails as it would have. */
export async function orKept<Answer>(
  ask: () => Answer | Promise<Answer>,
  kept: () => Promise<Answer | undefined>,
): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    const found = isAway(error) ? await kept().catch(() => undefined) : undefined
    if (found === undefined) throw error
    return found
  }
}
