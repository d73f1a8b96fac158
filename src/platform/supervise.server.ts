import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive } from './living-process.server.ts'

export type Supervised = {
  /** Fulfilled when the first process has said that it is ready. */
  ready: Promise<void>
  /** Ends the process; another takes its place. */
  renew: () => void
  /** Ends the process and starts no other. */
  stop: () => Promise<void>
  /** Ends it at once, without its clean-up. */
  kill: () => void
}

const longestPause = 30_000

/** Keeps a process of ours running: one that dies is started again, after a pause that grows while it keeps dying. */
export function keepRunning(
  program: URL,
  environment: Record<string, string>,
  log: (message: string) => void,
): Supervised {
  let stopping = false
  let child: ChildProcess
  let pause = 500
  const { promise: ready, resolve: isReady } = Promise.withResolvers<void>()

  const launch = () => {
    // No execArgv of ours: what was loaded before us to follow our parent is not for our children.
    child = fork(program, {
      execArgv: [],
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    })
    const began = Date.now()
    for (const output of [child.stdout, child.stderr]) if (output) createInterface({ input: output }).on('line', log)
    child.on('message', () => isReady())
    child.on('error', error => log(`worker: ${error.message}`))
    child.once('exit', async (code, signal) => {
      if (stopping) return
      log(`worker ended (${signal ?? code}), starting it again`)
      pause = Date.now() - began > 60_000 ? 500 : Math.min(pause * 2, longestPause)
      await sleep(pause, undefined, { ref: false })
      if (!stopping) launch()
    })
  }
  launch()

  const isOver = () => child.exitCode !== null || child.signalCode !== null
  return {
    ready,
    renew: () => {
      const old = child
      old.kill('SIGTERM')
      setTimeout(() => old.kill('SIGKILL'), 10_000).unref()
    },
    stop: async () => {
      stopping = true
      if (isOver()) return
      child.kill('SIGTERM')
      const hard = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await once(child, 'exit')
      clearTimeout(hard)
    },
    kill: () => {
      stopping = true
      child.kill('SIGKILL')
    },
  }
}

/** Calls `revive` when the process is gone and does so until it works; answers with what ends the watch. */
export function watchProcess(pid: number, revive: () => Promise<number>, log: (message: string) => void): () => void {
  let watched = pid
  let busy = false
  const timer = setInterval(async () => {
    if (busy || isAlive(watched)) return
    busy = true
    log(`process ${watched} is gone, starting it again`)
    try {
      watched = await revive()
    } catch (error) {
      log(`it does not start: ${(error as Error).message}`)
    }
    busy = false
  }, 1_000)
  timer.unref()
  return () => clearInterval(timer)
}
