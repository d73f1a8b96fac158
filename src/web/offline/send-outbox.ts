import { isPassing, type Problem, problemFrom } from '../failure.ts'
import { changeKept, type Kept, keptOf } from './outbox.ts'

/** The server's answer to an entry, or why there is none; status 0: no network. */
export type SendAnswer = { answer: unknown } | { problem: Problem }
export type Send = (entry: Kept) => Promise<SendAnswer>

/** Whether the entry waits for better times: no network, an overloaded server, or a session that has ended. */
const isToWait = (problem: Problem): boolean => isPassing(problem) || problem.status === 401

/** A sender at a time, over all tabs and the service worker; where the browser has no locks, the server tells them apart. */
async function oneAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  const locks = (globalThis.navigator as Navigator | undefined)?.locks
  return locks ? locks.request('vitalfew-outbox', work) : work()
}

/**
 * Sends the person's ready entries, the oldest first. What the network or the server cannot take now stays ready; the
 * first such answer ends the round. What the server refuses waits for its author. Returns how many are still ready.
 */
export async function sendOutbox(personId: string, send: Send = post): Promise<number> {
  return oneAtATime(async () => {
    const ready = (await keptOf(personId)).filter(entry => entry.state === 'ready')
    let waiting = 0
    for (const [place, entry] of ready.entries()) {
      const said = await send(entry)
      if ('problem' in said && isToWait(said.problem)) {
        if (said.problem.status !== 500) return waiting + ready.length - place
        // The server stumbled over this one alone, perhaps: it must not hold up the others.
        waiting += 1
        continue
      }
      await changeKept(entry.key, now => {
        if ('answer' in said)
          return { ...now, state: 'sent', body: null, draft: null, problem: null, answer: said.answer }
        // Its author went on writing while it was under way: the newer words are sent another time.
        return now.changedAt === entry.changedAt ? { ...now, state: 'refused', problem: said.problem } : now
      })
    }
    return waiting
  })
}

async function post(entry: Kept): Promise<SendAnswer> {
  try {
    const response = await fetch(entry.path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(entry.body),
    })
    const answer: unknown = await response.json().catch(() => null)
    return response.ok ? { answer } : { problem: problemFrom(answer, response.status) }
  } catch (error) {
    return { problem: { status: 0, code: 'no_answer', title: String(error), detail: null, issues: [] } }
  }
}
