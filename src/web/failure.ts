/**
 * What the server said when it did not do what was asked: RFC 9457 problem details, or silence.
 * `code` is the refusal's stable code; `detail` its sentence in the reader's language.
 */
export type Problem = {
  status: number
  code: string
  title: string
  detail: string | null
  /** For `input_invalid`: what is wrong in which field (dotted path). */
  issues: { path: string; message: string }[]
}

type Fields = Record<string, unknown>

function text(fields: Fields, name: string): string | null {
  const value = fields[name]
  return typeof value === 'string' && value !== '' ? value : null
}

/** Problem details as they came over the wire, possibly wrapped as an oRPC error's data. */
export function problemFrom(body: unknown, status: number): Problem {
  const outer = (typeof body === 'object' && body !== null ? body : {}) as Fields
  const inner = (typeof outer.data === 'object' && outer.data !== null ? outer.data : {}) as Fields
  const fields: Fields = { ...outer, ...inner }
  return {
    status: typeof fields.status === 'number' ? fields.status : status,
    code: text(fields, 'code') ?? 'unknown',
    title: text(fields, 'title') ?? text(outer, 'message') ?? `HTTP ${status}`,
    detail: text(fields, 'detail'),
    issues: Array.isArray(fields.issues) ? (fields.issues as Problem['issues']) : [],
  }
}

/** Any error a query or mutation may end in, as a problem. Status 0 means that no answer came at all. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RequestFailed) return error.problem
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number') {
    return problemFrom(error, error.status)
  }
  const title = error instanceof Error ? error.message : String(error)
  return { status: 0, code: 'no_answer', title, detail: null, issues: [] }
}

/** Thrown by plain requests (uploads, sign-in) that do not go through the typed client. */
export class RequestFailed extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.title)
    this.name = 'RequestFailed'
    this.problem = problem
  }
}

/** Worth another try without changing anything: no answer, overload, a server that is starting. */
export function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 429 || problem.status >= 500
}

/** A plain JSON request on the app's own origin. @throws RequestFailed */
export async function requestJson<Answer>(path: string, options: { method?: string; body?: unknown } = {}) {
  const response = await fetch(path, {
    method: options.method ?? (options.body === undefined ? 'GET' : 'POST'),
    headers: {
      accept: 'application/json',
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: options.body === undefined ? undefined : JSON.stringify(options.body),
    credentials: 'same-origin',
  }).catch((error: unknown) => {
    throw new RequestFailed(problemOf(error))
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new RequestFailed(problemFrom(answer, response.status))
  return answer as Answer
}
