import { cpus, loadavg, totalmem } from 'node:os'

export type Machine = { cores: number; processor: string; memoryGigabytes: number; node: string; load: number }

export function describeMachine(): Machine {
  const processors = cpus()
  return {
    cores: processors.length,
    processor: processors[0]?.model.trim() ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    load: currentLoad(),
  }
}

/** Load average of the last minute: above the number of cores, other programs slow both sides down. */
export function currentLoad(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10
}
