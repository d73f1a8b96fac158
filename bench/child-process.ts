import { fork } from 'node:child_process'

/** What a child tells: what it found, and its largest resident memory in megabytes. */
export type Told<Found> = { found: Found; memory: number }

/**
 * Runs a program of this folder as a process of its own: nothing kept in memory, and its memory measured alone.
 * It answers once through `tell`.
 */
export function inChild<Found>(program: string, input: unknown): Promise<Told<Found>> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL(program, import.meta.url), [JSON.stringify(input)], { execArgv: profiling() })
    let told: Told<Found> | undefined
    child.on('message', message => {
      told = message as Told<Found>
    })
    child.on('error', reject)
    child.on('exit', code => (told && code === 0 ? resolve(told) : reject(new Error(`${program} ended with ${code}`))))
  })
}

/** BENCH_PROFILE=folder writes a CPU profile of every child into the folder. */
export function profiling(): string[] {
  const folder = process.env.BENCH_PROFILE
  return folder ? ['--cpu-prof', `--cpu-prof-dir=${folder}`] : []
}

/** In the child: what it was asked. */
export function asked<Input>(): Input {
  return JSON.parse(process.argv[2]!) as Input
}

/** In the child: the answer. The process then ends by itself. */
export function tell<Found>(found: Found): void {
  process.send?.({ found, memory: peakMemory() } satisfies Told<Found>, undefined, undefined, () =>
    process.disconnect(),
  )
}

/** Largest resident memory of this process so far, in megabytes. */
export function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
