import { Refusal } from '../platform/refusal.ts'

/** Why an import ended without being finished, as it is kept: the code of a refusal with its values. */
export function errorOf(error: unknown): { code: string; values: Record<string, string | number | null> } {
  if (error instanceof Refusal) {
    const values = Object.entries(error.values).map(([name, value]) => [
      name,
      typeof value === 'boolean' ? String(value) : (value ?? null),
    ])
    return { code: error.code, values: Object.fromEntries(values) }
  }
  return { code: 'import_failed', values: { detail: error instanceof Error ? error.message : String(error) } }
}

/** Thrown inside a running import when somebody has asked it to stop. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled')
    this.name = 'Cancelled'
  }
}
