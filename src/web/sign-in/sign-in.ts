import { requestJson } from '../failure.ts'

/** The answer of a password that was right: in, or the second factor is wanted. */
export type PasswordAnswer = { twoFactorRedirect?: boolean }

export function signInByPassword(email: string, password: string): Promise<PasswordAnswer> {
  return requestJson<PasswordAnswer>('/api/auth/sign-in/email', { body: { email, password } })
}

/** @param code six digits of the authenticator app */
export function signInByCode(code: string): Promise<unknown> {
  return requestJson('/api/auth/two-factor/verify-totp', { body: { code } })
}

export function signInByBackupCode(code: string): Promise<unknown> {
  return requestJson('/api/auth/two-factor/verify-backup-code', { body: { code } })
}

/** Leads the browser to the company's own sign-in and back. */
export async function signInAtCompany(callbackURL: string): Promise<void> {
  const { url } = await requestJson<{ url: string }>('/api/auth/sign-in/social', {
    body: { provider: 'company', callbackURL, errorCallbackURL: '/sign-in' },
  })
  window.location.assign(url)
}

/** One click, in the demo only. @throws RequestFailed (403) anywhere else */
export function signInToDemo(personId: string): Promise<unknown> {
  return requestJson('/api/auth/sign-in/demo', { body: { personId } })
}

export function signOut(): Promise<unknown> {
  return requestJson('/api/auth/sign-out', { body: {} })
}
