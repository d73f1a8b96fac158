/**
 * Answers wishes that come faster than they can be answered (a slider that is dragged): at most one run is under way,
 * and of the wishes that came meanwhile only the newest is run next. Each answer is told with its wish.
 */
export interface LatestWins<Wish> {
  ask(wish: Wish): void
  /** Nothing is told afterwards. */
  close(): void
}

interface Calls<Wish, Answer> {
  run(wish: Wish): Promise<Answer>
  told(answer: Answer, wish: Wish): void
  failed(error: unknown): void
  /** When the next run may begin: the next animation frame in the browser. */
  schedule(begin: () => void): void
}

export function latestWins<Wish, Answer>({ run, told, failed, schedule }: Calls<Wish, Answer>): LatestWins<Wish> {
  let waiting: { readonly wish: Wish } | null = null
  let state: 'idle' | 'scheduled' | 'running' | 'closed' = 'idle'

  const begin = async (): Promise<void> => {
    if (state !== 'scheduled' || !waiting) return
    const { wish } = waiting
    waiting = null
    state = 'running'
    try {
      const answer = await run(wish)
      if (isOpen()) told(answer, wish)
    } catch (error) {
      if (isOpen()) failed(error)
    }
    if (!isOpen()) return
    state = 'idle'
    plan()
  }
  const plan = (): void => {
    if (state !== 'idle' || !waiting) return
    state = 'scheduled'
    schedule(() => void begin())
  }
  // A function, since the state may change while a run is awaited.
  const isOpen = (): boolean => state !== 'closed'

  return {
    ask(wish) {
      if (!isOpen()) return
      waiting = { wish }
      plan()
    },
    close() {
      state = 'closed'
    },
  }
}
