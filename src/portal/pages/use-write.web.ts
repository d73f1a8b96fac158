import { useState } from 'react'

/** Said on the window when a write was done: what waits may be less now. */
export const writtenEvent = 'portal-written'

/** One write at a time: what it waits for and how it failed. True where it was done. */
export function useWrite() {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const write = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setError(null)
    try {
      await work()
      window.dispatchEvent(new Event(writtenEvent))
      return true
    } catch (failed) {
      setError(failed)
      return false
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, write, forgive: () => setError(null) }
}
