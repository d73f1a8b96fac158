import type { EnvelopeName } from '../order-for-message.ts'
import type { Fault } from './interchange-fault.ts'

export const standards = ['x12', 'edifact'] as const

export type Standard = (typeof standards)[number]

/** One message (transaction set) as its own envelope tells it. */
export type MessageFacts = {
  type: string
  control: string
  /** 004010, D.96A: of the message, or of the group. */
  release: string
  /** Of whoever maintains the message: EAN004. */
  association: string
  segments: number
  /** The place of its header in the interchange. */
  position: number
  fault: Fault | null
  /** Whether it is of a kind that is read here. */
  known: boolean
}

/** A functional group; EDIFACT without groups has one without code and control number. */
export type GroupFacts = {
  code: string
  control: string
  release: string
  sender: string
  receiver: string
  /** As the trailer states it; null before the trailer. */
  stated: number | null
  messages: MessageFacts[]
  fault: Fault | null
}

export type InterchangeFacts = {
  standard: Standard
  sender: EnvelopeName
  receiver: EnvelopeName
  control: string
  /** 'YYYY-MM-DD' where it can be read. */
  day: string | null
  /** As the envelope writes date and time: ['261102', '0304']. */
  written: [date: string, time: string]
  test: boolean
  /** Whether the sender asks that even a good envelope be acknowledged. */
  answerWanted: boolean
  /** Of the envelope: 00401, UNOC:3. */
  syntax: string
  segments: number
  groups: GroupFacts[]
  /** Of the envelope alone. */
  fault: Fault | null
}

/** The fault that stands first in the interchange; null where all is well. */
export function firstFault({ fault, groups }: InterchangeFacts): Fault | null {
  const faults = [fault, ...groups.flatMap(group => [group.fault, ...group.messages.map(message => message.fault)])]
  return faults.reduce((first, each) => (each && (!first || each.position < first.position) ? each : first), null)
}

export function messagesOf(facts: InterchangeFacts): MessageFacts[] {
  return facts.groups.flatMap(group => group.messages)
}
