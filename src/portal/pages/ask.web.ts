import { i18n } from '@lingui/core'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { type Problem, problemFrom, problemOf, RequestFailed } from '../../web/failure.ts'
import type { portalContract } from '../portal.contract.ts'

/** What each operation of the portal answers. The contract itself stays on the server: it is larger than the portal. */
export type Answers = InferContractRouterOutputs<typeof portalContract>

export type Session = Answers['session']

async function send(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, {
    credentials: 'same-origin',
    ...init,
    headers: { accept: 'application/json', 'x-language': i18n.locale, ...init.headers },
  }).catch((error: unknown) => {
    throw new RequestFailed(problemOf(error))
  })
  const answer: unknown = await response.json().catch(() => null)
  if (!response.ok) throw new RequestFailed(problemFrom(answer, response.status))
  return answer
}

const bodyOf = (body: object | undefined): RequestInit =>
  body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }

/** Reads; `query` without what is undefined. @throws RequestFailed */
export function read<Name extends keyof Answers>(
  _name: Name,
  path: string,
  query: Record<string, string | undefined> = {},
): Promise<Answers[Name]> {
  const said = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const search = said.length > 0 ? `?${new URLSearchParams(said)}` : ''
  return send(`/api/portal/${path}${search}`, {}) as Promise<Answers[Name]>
}

/** Writes. @throws RequestFailed */
export function write<Name extends keyof Answers>(
  _name: Name,
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answers[Name]> {
  return send(`/api/portal/${path}`, { method, ...bodyOf(body) }) as Promise<Answers[Name]>
}

/** At the doors of the sign-in. @throws RequestFailed */
export const knock = <Answer>(path: string, body: object): Promise<Answer> =>
  send(`/api/auth${path}`, { method: 'POST', ...bodyOf(body) }) as Promise<Answer>

/** A file as it is. @throws RequestFailed */
export const sendFile = <Answer>(path: string, file: File): Promise<Answer> =>
  send(`/api/portal/${path}`, {
    method: 'POST',
    body: file,
    headers: { 'content-type': 'application/octet-stream' },
  }) as Promise<Answer>

export const saidOf = (error: unknown): Problem => problemOf(error)
