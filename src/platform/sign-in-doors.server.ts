import type { Auth } from './auth.server.ts'
import type { Language } from './language.ts'
import { problem, problemResponse } from './problem-details.server.ts'
import { Refusal, type RefusalValues } from './refusal.ts'

/*
The sign-in library serves more than we offer: any person could make a key with a role of their own choice, or another
account. So only these addresses below /api/auth are open; people, keys and roles are operations with rights.
*/
const doors = new Set([
  'POST /sign-in/email',
  'POST /sign-in/social',
  'POST /sign-in/demo',
  'POST /portal/link',
  'POST /portal/open',
  'POST /portal/accept',
  'POST /sign-out',
  'POST /change-password',
  'POST /two-factor/enable',
  'POST /two-factor/disable',
  'POST /two-factor/verify-totp',
  'POST /two-factor/verify-backup-code',
  'POST /two-factor/generate-backup-codes',
  'GET /callback/company',
  'POST /callback/company',
  'GET /error',
])

const codeByStatus: Record<number, string> = {
  401: 'sign_in_failed',
  403: 'sign_in_not_allowed',
  404: 'person_unknown',
  429: 'too_many_tries',
}

/** Answers a request below /api/auth; refusals are problem details like everywhere. Refused as not_found. */
export async function answerSignIn(
  auth: Auth,
  request: Request,
  words: { language: Language; sentence: (code: string, values: RefusalValues, language: Language) => string },
): Promise<Response> {
  const path = new URL(request.url).pathname.slice('/api/auth'.length)
  if (!doors.has(`${request.method} ${path}`)) throw new Refusal('not_found')
  const response = await auth.auth.handler(request)
  if (response.status < 400) return response
  const said = (await response.json().catch(() => null)) as { code?: string; message?: string } | null
  const refusal = said?.code?.match(/^refusal:(\w+)$/)?.[1]
  if (refusal) throw new Refusal(refusal, JSON.parse(said?.message ?? '{}'))
  const code = response.status >= 500 ? 'failed' : (codeByStatus[response.status] ?? 'sign_in_invalid')
  const values = { reason: said?.code ?? 'unknown', incident: 'sign-in' }
  const answer = problemResponse(
    problem(code, words.sentence(code, values, words.language), {
      status: response.status,
      values: { reason: values.reason },
    }),
  )
  for (const cookie of response.headers.getSetCookie()) answer.headers.append('set-cookie', cookie)
  const wait = response.headers.get('x-retry-after')
  if (wait) answer.headers.set('retry-after', wait)
  return answer
}
