import type { Standard } from './interchange/interchange-facts.ts'
import type { EnvelopeName } from './order-for-message.ts'
import type { ActivityOverrides } from './reports/activity.ts'

export const messageVersions = ['004010', '005010', 'D.96A', 'D.01B'] as const

export type MessageVersion = (typeof messageVersions)[number]

export const versionsOf: Record<Standard, readonly MessageVersion[]> = {
  x12: ['004010', '005010'],
  edifact: ['D.96A', 'D.01B'],
}

/**
 * in: taken, partly (some messages in it are of no kind that is read), refused, undone; out: written, then accepted or
 * rejected by the partner's acknowledgement.
 */
export const messageStates = ['taken', 'partly', 'refused', 'undone', 'written', 'accepted', 'rejected'] as const

export type MessageState = (typeof messageStates)[number]

/** What a code of a message names. */
export const codeKinds = ['party', 'site', 'product', 'activity'] as const

export type CodeKind = (typeof codeKinds)[number]

/** What a person sets of a partner. */
export type PartnerFields = {
  accountId: number | null
  name: string
  theirQualifier: string
  theirId: string
  ourQualifier: string
  ourId: string
  messageVersion: MessageVersion
  test: boolean
  sendsOrders: boolean
  activityOverrides: ActivityOverrides
}

export type Partner = PartnerFields & { id: number; standard: Standard; version: number }

/** One text for whoever sends, as it stands in the rows of an import: "x12 ZZ:DEALER", "edifact 14:5412345000013 (test)". */
export function senderText(standard: Standard, { qualifier, id }: EnvelopeName, test: boolean): string {
  return `${standard} ${qualifier}:${id}${test ? ' (test)' : ''}`
}

export function readSender(text: string): { standard: Standard; sender: EnvelopeName; test: boolean } {
  const [, standard, qualifier = '', id = '', test] = /^(\w+) ([^:]*):(.*?)( \(test\))?$/.exec(text) ?? []
  return { standard: standard === 'edifact' ? 'edifact' : 'x12', sender: { qualifier, id }, test: test !== undefined }
}

/** The longest that an envelope holds, by standard: ISA06 and UNB 0004. */
export const longestId: Record<Standard, number> = { x12: 15, edifact: 35 }
