/** Milliseconds that a reader waits for fresh signals before they get those that are kept. */
const patience = 2_000

/** Whether the work ended within the reader's patience; it goes on either way. What fails within it is thrown. */
export async function refreshedSoon(work: Promise<void>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>(resolve => {
    timer = setTimeout(() => resolve(false), patience)
  })
  // Nobody listens any more when it fails later: the next reader tries again.
  work.catch(() => undefined)
  try {
    return await Promise.race([work.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
