import { recordChange } from '../audit.server.ts'
import type { Db } from '../database.server.ts'
import { addJob } from '../jobs.server.ts'
import type { ActorContext } from '../operation.server.ts'
import { Refusal } from '../refusal.ts'
import { eventTypes } from './event-source.server.ts'
import { testType } from './webhook.ts'
import { newWebhookSecret, shownSecret } from './webhook-signature.server.ts'
import {
  deleteEndpoint,
  type Endpoint,
  type EndpointFields,
  insertEndpoint,
  insertEventFor,
  lockEndpoint,
  replayDelivery,
  rotateSecret,
  stopWaiting,
  updateEndpoint,
} from './webhooks.store.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor' | 'clock'>

/** How long the secret before goes on signing beside the new one, in hours. */
const overlapHours = 24

/** The secret is answered here and never again. @throws Refusal webhook_address_invalid, webhook_type_invalid */
export async function createEndpoint(
  { db: outer, actor, clock }: Acting,
  fields: EndpointFields,
): Promise<{ id: number; secret: string }> {
  await checkFields(fields)
  const secret = newWebhookSecret()
  return outer.transaction().execute(async db => {
    const id = await insertEndpoint(db, { ...fields, secret, createdByName: actor.name, createdAt: clock.now() })
    await record(db, actor, id, 'create', undefined, fields)
    return { id, secret: shownSecret(secret) }
  })
}

/** @throws Refusal as createEndpoint; webhook_not_found, webhook_changed_meanwhile */
export async function editEndpoint(
  { db: outer, actor, clock }: Acting,
  id: number,
  version: number,
  fields: EndpointFields,
): Promise<void> {
  await checkFields(fields)
  await outer.transaction().execute(async db => {
    const before = await locked(db, id, version)
    await updateEndpoint(db, id, fields)
    if (!fields.enabled) await stopWaiting(db, id, clock.now())
    const { name, url, eventTypes: types, format, enabled, allowPrivate } = before
    await record(db, actor, id, 'edit', { name, url, eventTypes: types, format, enabled, allowPrivate }, fields)
  })
}

/** A new secret; the one before signs as well for a day, so that the receiver can change over. @throws as editEndpoint */
export async function rotateEndpointSecret(
  { db: outer, actor, clock }: Acting,
  id: number,
  version: number,
): Promise<{ secret: string }> {
  const secret = newWebhookSecret()
  await outer.transaction().execute(async db => {
    await locked(db, id, version)
    await rotateSecret(db, id, secret, new Date(clock.now().getTime() + overlapHours * 3_600_000))
    await record(db, actor, id, 'rotate secret', undefined, undefined)
  })
  return { secret: shownSecret(secret) }
}

/** With its log. @throws as editEndpoint */
export async function removeEndpoint({ db: outer, actor }: Acting, id: number, version: number): Promise<void> {
  await outer.transaction().execute(async db => {
    const { name, url } = await locked(db, id, version)
    await deleteEndpoint(db, id)
    await record(db, actor, id, 'remove', { name, url }, undefined)
  })
}

/** Sends it an event of its own, so that one sees whether it is reached. @throws Refusal webhook_not_found */
export async function testEndpoint({ db: outer, actor, clock }: Acting, id: number): Promise<{ deliveryId: number }> {
  return outer.transaction().execute(async db => {
    const { name } = await locked(db, id)
    const deliveryId = await insertEventFor(db, id, { type: testType, payload: { endpoint: name }, at: clock.now() })
    await addJob(db, 'send-webhooks', {}, { jobKey: 'send-webhooks' })
    await record(db, actor, id, 'test', undefined, undefined)
    return { deliveryId }
  })
}

/** Sends it again, under the same webhook-id. @throws Refusal webhook_delivery_not_found, webhook_switched_off */
export async function replay({ db: outer, actor, clock }: Acting, deliveryId: number): Promise<void> {
  await outer.transaction().execute(async db => {
    const replayed = await replayDelivery(db, deliveryId, clock.now())
    if (!replayed) throw new Refusal('webhook_delivery_not_found')
    const { enabled } = await locked(db, replayed.endpointId)
    if (!enabled) throw new Refusal('webhook_switched_off')
    await addJob(db, 'send-webhooks', {}, { jobKey: 'send-webhooks' })
    await record(db, actor, replayed.endpointId, 'replay', undefined, { delivery: deliveryId, type: replayed.type })
  })
}

async function checkFields({ url, eventTypes: types }: EndpointFields): Promise<void> {
  const isAddress = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && new URL(url).username === ''
  if (!isAddress) throw new Refusal('webhook_address_invalid')
  const known = new Set((await eventTypes('en')).map(({ type }) => type))
  const unknown = types.find(type => !known.has(type))
  if (unknown) throw new Refusal('webhook_type_invalid', { type: unknown })
}

async function locked(db: Db, id: number, version?: number): Promise<Endpoint> {
  const endpoint = await lockEndpoint(db, id)
  if (!endpoint) throw new Refusal('webhook_not_found')
  if (version !== undefined && endpoint.version !== version) throw new Refusal('webhook_changed_meanwhile')
  return endpoint
}

async function record(db: Db, actor: Acting['actor'], id: number, operation: string, before: unknown, after: unknown) {
  await recordChange(db, actor, { room: 'platform', subject: 'webhook', subjectId: id, operation, before, after })
}
