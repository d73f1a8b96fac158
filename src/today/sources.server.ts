import { discovered } from '../platform/discovered.server.ts'
import type { SignalKind } from '../platform/signal.ts'
import type { SignalSource } from '../platform/signal-source.server.ts'

export type FoundSource = {
  /** Its file, below src: names it in the queue's state. */
  path: string
  source: SignalSource
}

/** Every room's signals. `folder` is another tree than ours in tests. */
export async function signalSources(folder?: string): Promise<FoundSource[]> {
  const found = await discovered<SignalSource>('.signals.server.ts', ({ kinds }) => Object.keys(kinds), folder)
  return found.map(({ path, part }) => ({ path, source: part }))
}

/** Kinds of all rooms by name. */
export async function signalKinds(folder?: string): Promise<ReadonlyMap<string, SignalKind>> {
  const sources = await signalSources(folder)
  return new Map(sources.flatMap(({ source }) => Object.entries(source.kinds)))
}
