/** What a refusal may carry for its sentence: plain values, never secrets. */
export type RefusalValues = Record<string, string | number | boolean | null | undefined>

/**
 * A "no" that the user can understand: a stable code, the values of its sentence, and where it can the way out.
 * Thrown by use cases; problem-details.server.ts alone decides the HTTP status.
 */
export class Refusal extends Error {
  readonly code: string
  readonly values: RefusalValues

  constructor(code: string, values: RefusalValues = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.values = values
  }
}
