import type { Clock } from '../clock.ts'
import type { Db } from '../database.server.ts'
import type { Job } from '../jobs.server.ts'
import { nextTry } from './back-off.ts'
import { bodyOf } from './event-source.server.ts'
import { postWebhook } from './post-webhook.server.ts'
import { signedHeaders } from './webhook-signature.server.ts'
import {
  type DueDelivery,
  forgetEvents,
  insertAttempt,
  markDelivery,
  stopWaiting,
  takeDue,
  updateEnabled,
} from './webhooks.store.ts'

const batch = 20
/** Longer than a whole batch of one slow endpoint takes at 15 s each. */
const leaseMs = 360_000

/** Every minute, and at once when something was published. */
export const sendWebhooksJob: Job = {
  name: 'send-webhooks',
  cron: '* * * * *',
  run: async (_, { db, clock, log, signal }) => {
    while (!signal.aborted && (await sendDue(db, clock, log)) === batch);
  },
}

/** Sends what is due, each endpoint's in their order and endpoints side by side; returns how many were taken. */
export async function sendDue(db: Db, clock: Clock, log: (message: string) => void): Promise<number> {
  const now = clock.now()
  const due = await takeDue(db, now, new Date(now.getTime() + leaseMs), batch)
  const byEndpoint = Map.groupBy(due, delivery => delivery.endpointId)
  await Promise.all(
    [...byEndpoint.values()].map(async deliveries => {
      for (const delivery of deliveries) await sendOne(db, clock, delivery, log)
    }),
  )
  return due.length
}

async function sendOne(db: Db, clock: Clock, delivery: DueDelivery, log: (message: string) => void): Promise<void> {
  const { id, event, format } = delivery
  const attempts = delivery.attempts + 1
  const at = clock.now()
  const began = performance.now()
  const took = () => Math.round(performance.now() - began)
  try {
    const body = await bodyOf(db, event, format)
    if (!body) return markDelivery(db, id, 'stopped', delivery.attempts, null, at)
    const secrets = [delivery.secret, ...(delivery.previousSecret ? [delivery.previousSecret] : [])]
    const headers = {
      'content-type': body.contentType,
      'vitalfew-event': event.type,
      ...signedHeaders({ id: `msg_${event.publicId}`, at, body: body.bytes }, secrets),
    }
    const { status, response } = await postWebhook(delivery.url, delivery.allowPrivate, { headers, body: body.bytes })
    await insertAttempt(db, id, { at, status, response, error: null, tookMs: took() })
    if (status >= 200 && status < 300) return markDelivery(db, id, 'delivered', attempts, null, at)
    if (status === 410) return gone(db, delivery, attempts, at, log)
  } catch (error) {
    await insertAttempt(db, id, { at, status: null, response: null, error: (error as Error).message, tookMs: took() })
  }
  const next = nextTry(attempts, at, Math.random())
  await markDelivery(db, id, next ? 'waiting' : 'failed', attempts, next, at)
  if (!next) log(`webhook delivery ${id} given up after ${attempts} tries`)
}

/** 410 Gone: the receiver wants nothing any more; the endpoint is switched off until somebody switches it on. */
async function gone(
  db: Db,
  delivery: DueDelivery,
  attempts: number,
  at: Date,
  log: (message: string) => void,
): Promise<void> {
  await markDelivery(db, delivery.id, 'stopped', attempts, null, at)
  await updateEnabled(db, delivery.endpointId, false)
  await stopWaiting(db, delivery.endpointId, at)
  log(`webhook endpoint ${delivery.endpointId} answered 410 Gone and was switched off`)
}

/** Events and their log are kept 90 days. */
export const forgetEventsJob: Job = {
  name: 'forget-events',
  cron: '35 3 * * *',
  run: async (_, { db, clock, log }) => {
    const gone = await forgetEvents(db, new Date(clock.now().getTime() - 90 * 86_400_000))
    if (gone > 0) log(`${gone} old events forgotten`)
  },
}
