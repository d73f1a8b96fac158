import type { CapMessage } from './cap.ts'

/**
 * active: sites are watched. expired: its time is over. cancelled: its sender took it back or gave the all-clear.
 * superseded: it went on in another alert. drill: an exercise, test or draft, nobody is warned. over: a storm that is
 * no longer followed.
 */
export const alertStates = ['active', 'expired', 'cancelled', 'superseded', 'drill', 'over'] as const
export type AlertState = (typeof alertStates)[number]

export type ChainMessage = Pick<
  CapMessage,
  'sender' | 'identifier' | 'sent' | 'status' | 'kind' | 'references' | 'infos'
>

/** A message that says not how long it holds, holds for a day. */
const usualHours = 24

/**
 * Whether a reference means this message. The sender may be written otherwise than in the message itself (seen at
 * tsunami warning centres), so the hour serves as well.
 */
export const means = (
  reference: { sender: string; identifier: string; sent: string },
  message: Pick<ChainMessage, 'sender' | 'identifier' | 'sent'>,
): boolean =>
  reference.identifier === message.identifier &&
  (reference.sender === message.sender || reference.sent === message.sent)

/**
 * The message that counts among those of one alert, in whatever order they came in: the newest alert or update that no
 * later message refers to; and whether a cancellation took it back.
 */
export function messageInForce<Message extends ChainMessage>(
  messages: readonly Message[],
): { message: Message | null; cancelled: boolean } {
  const speaking = messages.filter(each => each.kind === 'Alert' || each.kind === 'Update')
  const message = speaking.reduce<Message | null>((best, each) => (best && best.sent >= each.sent ? best : each), null)
  if (!message) return { message: null, cancelled: messages.some(each => each.kind === 'Cancel') }
  const cancelled = messages.some(
    each =>
      each.kind === 'Cancel' &&
      each.sent >= message.sent &&
      each.references.some(reference => speaking.some(said => means(reference, said))),
  )
  return { message, cancelled }
}

/** When a message ceases to hold: the latest of its parts. Milliseconds. */
export function endOfMessage({ sent, infos }: Pick<ChainMessage, 'sent' | 'infos'>): number {
  const usualEnd = Date.parse(sent) + usualHours * 3_600_000
  if (infos.length === 0) return usualEnd
  return Math.max(...infos.map(({ expires }) => (expires ? Date.parse(expires) : usualEnd)))
}

/** The state of an alert at an hour (milliseconds), by all that was said of it. */
export function stateOfMessages(messages: readonly ChainMessage[], now: number): AlertState {
  const { message, cancelled } = messageInForce(messages)
  if (!message) return 'cancelled'
  if (message.status !== 'Actual') return 'drill'
  if (cancelled) return 'cancelled'
  const { infos } = message
  if (infos.length > 0 && infos.every(info => info.responses.includes('AllClear'))) return 'cancelled'
  return now >= endOfMessage(message) ? 'expired' : 'active'
}

/** A storm is followed until a day after it was last seen or forecast. */
const followedHours = 24

export const stateOfStorm = (lastSeen: number, lastForecast: number | null, now: number): AlertState =>
  now >= Math.max(lastSeen, lastForecast ?? 0) + followedHours * 3_600_000 ? 'over' : 'active'
