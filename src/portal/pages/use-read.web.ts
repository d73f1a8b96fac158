import { useCallback, useEffect, useRef, useState } from 'react'

/** What was read last under a key, shown at once while it is read anew. Gone with the page. */
const kept = new Map<string, unknown>()

export const forgetAll = () => kept.clear()

export type Reading<Answer> = {
  answer: Answer | undefined
  error: unknown
  /** Reads again; the answer so far stays meanwhile. */
  again: () => void
  /** Puts what a write has answered in its place. */
  put: (answer: Answer) => void
}

export function useRead<Answer>(key: string, read: () => Promise<Answer>): Reading<Answer> {
  const [state, setState] = useState<{ key: string; answer?: Answer; error?: unknown }>({
    key,
    answer: kept.get(key) as Answer | undefined,
  })
  const reading = useRef(read)
  reading.current = read
  const load = useCallback(() => {
    reading.current().then(
      answer => {
        kept.set(key, answer)
        setState({ key, answer })
      },
      error => setState(before => ({ key, answer: before.key === key ? before.answer : undefined, error })),
    )
  }, [key])
  useEffect(load, [load])
  const put = useCallback(
    (answer: Answer) => {
      kept.set(key, answer)
      setState({ key, answer })
    },
    [key],
  )
  const current = state.key === key ? state : { answer: kept.get(key) as Answer | undefined, error: undefined }
  return { answer: current.answer, error: current.error, again: load, put }
}
