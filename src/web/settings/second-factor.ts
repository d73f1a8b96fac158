import { requestJson } from '../failure.ts'

/** What the authenticator app needs, and what helps when the phone is lost. */
export type Enrolment = { totpURI: string; backupCodes: string[] }

/** Not in force until the first code is confirmed. */
export function enableSecondFactor(password: string): Promise<Enrolment> {
  return requestJson<Enrolment>('/api/auth/two-factor/enable', { body: { password } })
}

export function disableSecondFactor(password: string): Promise<unknown> {
  return requestJson('/api/auth/two-factor/disable', { body: { password } })
}
