/**
 * The one place where a refusal becomes an HTTP status (RFC 9457 bodies).
 * The code's last word decides, so that a new refusal needs no entry here: see the table.
 */
const statusByEnding: readonly (readonly [RegExp, number])[] = [
  [/^not_signed_in$/, 401],
  [/(^|_)not_allowed$|_reads_only$|_not_yours$|_is_demo_only$/, 403],
  [/(^|_)not_found$|_unknown$/, 404],
  [/_changed_meanwhile$/, 412],
  [/_too_large$/, 413],
  [/_invalid$|_short$|_missing$|_unreadable$/, 422],
  [/_under_way$/, 409],
  [/^too_many_tries$/, 429],
  [/^failed$/, 500],
  [/^not_ready$/, 503],
]

/** A refusal without a known ending is a conflict with the present state: 409. */
export function statusOf(code: string): number {
  return statusByEnding.find(([pattern]) => pattern.test(code))?.[1] ?? 409
}

export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  values?: Record<string, unknown>
  /** For `input_invalid`: what is wrong where. */
  issues?: { path: string; message: string }[]
}

export function problem(code: string, detail: string, more: Partial<Problem> = {}): Problem {
  return { type: `/api/docs#${code}`, title: code.replaceAll('_', ' '), status: statusOf(code), code, detail, ...more }
}

export function problemResponse(body: Problem): Response {
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
