import { randomUUID } from 'node:crypto'
import { isProcedure } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dealerPolicy, startWithDealers, today } from '../src/identify/dealers.fixture.ts'
import type { Role } from '../src/platform/roles.ts'
import { type PortalPerson, portalPerson } from '../src/portal/portal.fixture.ts'
import { router } from '../src/router.ts'
import { claimDeliveries } from '../src/supply/deliveries/deliveries.server.ts'
import { daysAfter, weekOf } from '../src/supply/forecast/periods.ts'
import { claimSellThrough, claimStock } from '../src/supply/stock/stock.server.ts'
import { type Answer, startTestApi, type TestApi } from './support/api.ts'

let api: TestApi
let ids: Map<string, number>
let foreign: number
let buyer: PortalPerson

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date(`${today}T08:00:00Z`) } })
  ids = await startWithDealers(api)
  foreign = ids.get('D10')!
  // The dealers' lines were posted under an import's number without an import.
  await api.pool.query(`select setval(pg_get_serial_sequence('imports.import', 'id'), 1000)`)
  await api.as('head', 'POST', '/accounts/owner', { accounts: [foreign], ownerId: api.people.head })
  buyer = await portalPerson(api, foreign, { name: 'The buyer', right: 'buyer' })
})
afterAll(() => api.close())

/** Writes that change no business data: what a person keeps for themselves, a look ahead, or a file that is not yet an import. */
const withoutTrail = [
  'know.people.previewFile',
  'savedViews.save',
  'savedViews.remove',
  'people.changeMe',
  'portal.changeMe',
  'portal.invitation',
  'mail.choose',
  'mail.sendAgain',
  'mail.sendTest',
  'identify.policy.simulate',
  'supply.allocations.compare',
  'supply.reasonable.previewPolicy',
  'imports.beginUpload',
  'imports.detect',
  'imports.correct',
  'imports.discard',
]

/** Imports that run in the background; their own tests see to their trail. */
const testedWithImports = ['imports.start', 'imports.cancel', 'imports.undo', 'imports.settle']

function writesIn(node: object, path: string[] = []): string[] {
  if (!isProcedure(node)) return Object.entries(node).flatMap(([name, child]) => writesIn(child, [...path, name]))
  return (node['~orpc'].route.method ?? 'POST') === 'GET' ? [] : [path.join('.')]
}

const changesMade = async () => Number((await api.pool.query('select count(*) as n from platform.change')).rows[0].n)

const term = { reason: 'Opinion leader of the port', until: '2026-12-31' }

/** One good request each, in an order in which all can be done. */
const acts: Record<string, () => Promise<Answer>> = {
  'portal.changeOrder': async () => {
    const { id, version, product } = await proposedOrder()
    return buyer.as('POST', `/portal/orders/${id}/change`, { version, lines: [{ product, quantity: '7' }] })
  },
  'portal.signOrder': async () => {
    const { id, contentHash } = await proposedOrder()
    return buyer.as('POST', `/portal/orders/${id}/sign`, { contentHash, name: 'The buyer' })
  },
  'portal.declineOrder': async () => {
    const { id, version } = await proposedOrder()
    return buyer.as('POST', `/portal/orders/${id}/decline`, { version, reason: 'Shelves are full' })
  },
  'portal.enterStock': async () => {
    const rows = [{ product: (await proposedOrder()).product, onHand: '12' }]
    return buyer.as('POST', '/portal/stock', { account: 'D10', day: today, rows })
  },
  'portal.writeMessage': () => buyer.as('POST', '/portal/messages', { text: 'When does it come?' }),
  'portal.markRead': async () => {
    await send('POST', `/accounts/${foreign}/portal/messages`, { text: 'On Friday' })
    return buyer.as('POST', '/portal/messages/read')
  },
  'portal.inviteStaff': () => inviteStaff('hu@dealer.example'),
  'portal.changeStaff': async () => {
    await portalPerson(api, foreign, { name: 'A clerk', right: 'staff' })
    const { people } = (await buyer.as('GET', '/portal/people')).body
    const clerk = people.find((person: { mayChange: boolean }) => person.mayChange)
    return buyer.as('PATCH', `/portal/people/${clerk.id}`, { disabled: true })
  },
  'portal.withdrawInvitation': async () =>
    buyer.as('DELETE', `/portal/invitations/${(await inviteStaff('lu@dealer.example')).body.id}`),
  'portalPeople.invite': () => inviteToPortal('qi@dealer.example'),
  'portalPeople.renewInvitation': async () =>
    send('POST', `/portal-invitations/${(await inviteToPortal('ma@dealer.example')).body.id}/link`),
  'portalPeople.withdrawInvitation': async () =>
    send('DELETE', `/portal-invitations/${(await inviteToPortal('su@dealer.example')).body.id}`),
  'portalPeople.changePerson': async () => {
    await portalPerson(api, foreign, { name: 'A second clerk', right: 'staff' })
    const { id, version } = await someoneAtPortal('A second clerk')
    return send('PATCH', `/portal-people/${id}`, { version, right: 'buyer' })
  },
  'portalPeople.signInLink': async () => send('POST', `/portal-people/${(await someoneAtPortal('The buyer')).id}/link`),
  'portalPeople.writeMessage': () => send('POST', `/accounts/${foreign}/portal/messages`, { text: 'On Monday' }),
  'portalPeople.markRead': async () => {
    await buyer.as('POST', '/portal/messages', { text: 'And the cables?' })
    return send('POST', `/accounts/${foreign}/portal/messages/read`)
  },
  'accounts.create': () => send('POST', '/accounts', { code: 'N1', name: 'Harbour Works' }),
  'accounts.edit': async () => {
    const { body } = await send('GET', `/accounts/${foreign}`)
    return send('PATCH', `/accounts/${foreign}`, { version: body.version, city: 'Ningbo' })
  },
  'accounts.setOwner': () => send('POST', '/accounts/owner', { accounts: [ids.get('D11')], ownerId: api.people.head }),
  'accounts.addCode': () => send('POST', `/accounts/${foreign}/codes`, { source: 'crm', code: 'X-1' }),
  'accounts.removeCode': () => send('DELETE', `/accounts/${foreign}/codes`, { source: 'crm', code: 'X-1' }),
  'accounts.remove': async () => {
    const { body } = await send('POST', '/accounts', { code: 'N2', name: 'Mistyped' })
    return send('DELETE', `/accounts/${body.id}`)
  },
  'know.timeline.writeNote': () => addNote(),
  'know.timeline.editNote': async () =>
    send('PATCH', `/notes/${(await addNote()).body.id}`, { version: 1, text: 'Wants three facings' }),
  'know.timeline.removeNote': async () => send('DELETE', `/notes/${(await addNote()).body.id}`),
  'know.timeline.restoreNote': async () => {
    const { body } = await addNote()
    await send('DELETE', `/notes/${body.id}`)
    return send('POST', `/notes/${body.id}/restore`)
  },
  'know.sites.add': () => addSite(),
  'know.sites.edit': async () => send('PATCH', `/sites/${(await addSite()).body.id}`, { version: 1, note: 'Gate 3' }),
  'know.sites.remove': async () => send('DELETE', `/sites/${(await addSite()).body.id}`),
  'know.sites.fill': async () => {
    await send('POST', '/accounts', { code: 'N3', name: 'Placed by its city', city: 'Ningbo', country: 'CN' })
    return send('POST', '/sites/fill', {})
  },
  'engage.risk.take': () => takeWarning(),
  'engage.risk.track': () =>
    send('POST', '/risks/storms', {
      key: 'T1',
      fixes: [{ at: `${today}T00:00:00Z`, latitude: 25, longitude: 125, wind: 80 }],
    }),
  'engage.risk.advise': () => giveAdvice(),
  'engage.risk.outcome': async () =>
    send('PATCH', `/risks/advice/${(await giveAdvice()).body.items[0].id}`, { version: 1, followed: 'followed' }),
  'engage.risk.withdrawAdvice': async () => send('DELETE', `/risks/advice/${(await giveAdvice()).body.items[0].id}`),
  'engage.risk.addFeed': () => addRiskFeed(),
  'engage.risk.editFeed': async () =>
    send('PATCH', `/risks/feeds/${(await addRiskFeed()).body.id}`, { version: 1, enabled: false }),
  'engage.risk.removeFeed': async () => send('DELETE', `/risks/feeds/${(await addRiskFeed()).body.id}`),
  'engage.requests.ask': () => askRequest(),
  'engage.requests.decide': async () => {
    const { id, version } = (await askRequest()).body
    return send('POST', `/requests/${id}/decide`, { version, approve: true })
  },
  'engage.requests.withdraw': async () => {
    const { id, version } = (await askRequest()).body
    return send('POST', `/requests/${id}/withdraw`, { version })
  },
  'engage.requests.settle': async () => {
    const { id, version } = (await askRequest('0')).body
    return send('POST', `/requests/${id}/outcome`, { version, act: 'succeed' })
  },
  'engage.requests.changeRules': () =>
    send('PUT', '/requests/rules', { freeBelow: '100', executiveFrom: '9000', daysToDecide: 2, version: 0 }),
  'supply.allocations.drawUp': () => drawUpAllocation(),
  'supply.allocations.again': () => actOnAllocation('again'),
  'supply.allocations.release': () => actOnAllocation('release'),
  'supply.allocations.undo': async () => {
    const { publicId, version } = (await actOnAllocation('release')).body
    return send('POST', `/supply/allocations/${publicId}/undo`, { version })
  },
  'supply.allocations.drop': () => actOnAllocation('drop'),
  'supply.allocations.changePolicy': async () => {
    const { inForce } = (await send('GET', '/supply/allocation-policy')).body
    return send('PUT', '/supply/allocation-policy', { policy: { ...inForce.policy, floorPercent: 45 }, version: 0 })
  },
  'supply.allocations.saveCapacity': () => saveCapacity('Line 1'),
  'supply.allocations.removeCapacity': async () => {
    const { id, version } = (await saveCapacity('Line 2')).body.items.at(-1)
    return send('POST', `/supply/capacities/${id}/remove`, { version })
  },
  'supply.season.plan': () => planSeason(),
  'supply.season.again': () => actOnSeason('again'),
  'supply.season.close': () => actOnSeason('close'),
  'supply.season.reopen': async () => {
    const { publicId, version } = (await actOnSeason('close')).body
    return send('POST', `/supply/seasons/${publicId}/reopen`, { version })
  },
  'supply.season.addTask': () => addSeasonTask(),
  'supply.season.changeTask': async () => {
    const { publicId, version } = (await addSeasonTask()).body.tasks[0]
    return send('PATCH', `/supply/season-tasks/${publicId}`, { version, state: 'doing' })
  },
  'supply.reasonable.review': () => send('POST', '/supply/targets/review', { accountIds: [foreign] }),
  'supply.reasonable.changePolicy': async () => {
    const { body } = await send('GET', '/supply/stock-policy')
    return send('PUT', '/supply/stock-policy', { ...body, limits: { ...body.limits, deadWeeks: 12 } })
  },
  'supply.reasonable.changeLoads': () =>
    send('PUT', '/supply/loads', {
      units: [
        { name: 'Truck', countries: null, payloadKg: 9000, volumeM3: 40, fullPrice: '3200', partPricePerKg: '0.6' },
      ],
    }),
  'supply.reasonable.changePack': async () =>
    send('PUT', `/supply/packs/${await addProduct()}`, {
      pack: 10,
      layer: null,
      pallet: null,
      weightKg: null,
      volumeM3: null,
    }),
  'supply.reasonable.changeRhythm': () =>
    send('PUT', `/accounts/${foreign}/review-rhythm`, {
      weekday: 2,
      hour: 9,
      intervalWeeks: 2,
      isPaused: false,
      version: 0,
    }),
  'supply.reasonable.changeCredit': () =>
    send('PUT', `/accounts/${foreign}/supply-credit`, { creditLimit: '90000', open: '0', budget: null, version: 0 }),
  'supply.reasonable.propose': async () => {
    const productId = await needProduct(foreign)
    return send('POST', `/accounts/${foreign}/proposals`, { as: 'draft', lines: [{ productId, quantity: '10' }] })
  },
  'supply.reasonable.proposeMany': async () => {
    await needProduct(ids.get('D12')!)
    return send('POST', '/supply/proposals', { accountIds: [ids.get('D12')] })
  },
  'supply.forecast.start': async () => {
    await endForecastRuns()
    return send('POST', '/forecasts/runs')
  },
  'supply.forecast.cancel': async () => {
    await endForecastRuns()
    await send('POST', '/forecasts/runs')
    return send('POST', '/forecasts/runs/cancel')
  },
  'supply.forecast.adjust': () => adjustForecast(),
  'supply.forecast.editAdjustment': async () => {
    const { id, version } = (await adjustForecast()).body
    return send('PUT', `/forecasts/adjustments/${id}`, { ...adjustment(), quantity: '60', version })
  },
  'supply.forecast.settleAdjustment': async () => {
    const { id, version } = (await adjustForecast()).body
    return send('POST', `/forecasts/adjustments/${id}/actual`, { version, actual: '40' })
  },
  'supply.forecast.removeAdjustment': async () =>
    send('DELETE', `/forecasts/adjustments/${(await adjustForecast()).body.id}`),
  'supply.stock.enterStock': async () =>
    send('PUT', `/accounts/${foreign}/stock`, { day: today, rows: [{ productId: await addProduct(), onHand: '4' }] }),
  'supply.stock.enterSales': async () =>
    send('PUT', `/accounts/${foreign}/sell-through`, {
      fromDay: today,
      toDay: today,
      rows: [{ productId: await addProduct(), sold: '4' }],
    }),
  'supply.deliveries.enter': () => enterDelivery(),
  'supply.deliveries.tell': async () =>
    send('PATCH', `/supply/deliveries/${(await enterDelivery()).body.id}`, { version: 1, cause: 'weather' }),
  'supply.lanes.add': () => addLane(),
  'supply.lanes.edit': async () => {
    const { id, version } = (await addLane()).body
    return send('PUT', `/supply/lanes/${id}`, { ...lane, version, days: '10' })
  },
  'supply.lanes.remove': async () => send('DELETE', `/supply/lanes/${(await addLane()).body.id}`),
  'supply.lanes.setAvailability': async () =>
    send('PUT', '/supply/availability', {
      rows: [{ productId: await addProduct(), week: '2026-11-02', quantity: '5' }],
    }),
  'supply.transport.switch': () => switchLane(),
  'supply.transport.end': async () => {
    const { id, version } = (await switchLane()).body
    return send('POST', `/supply/transport/switches/${id}/end`, { version, outcome: 'The port closed' })
  },
  'supply.orders.create': () => addOrder(),
  'supply.orders.edit': async () =>
    send('PATCH', `/orders/${(await addOrder()).body.publicId}`, { version: 1, terms: 'Net' }),
  'supply.orders.propose': async () =>
    send('POST', `/orders/${(await addOrder(false)).body.publicId}/propose`, { version: 1 }),
  'supply.orders.signOnPaper': () => signedOrder(),
  'supply.orders.decline': async () =>
    send('POST', `/orders/${(await addOrder()).body.publicId}/decline`, { version: 1, reason: 'Stock is full' }),
  'supply.orders.withdraw': async () =>
    send('POST', `/orders/${(await addOrder()).body.publicId}/withdraw`, { version: 1, reason: 'Sent twice' }),
  'supply.orders.confirm': () => confirmedOrder(),
  'supply.orders.ship': async () => send('POST', `/orders/${(await confirmedOrder()).body.publicId}/ship`, {}),
  'supply.messages.addPartner': () => addPartner(),
  'supply.messages.editPartner': async () =>
    send('PATCH', `/supply/partners/${(await addPartner()).body.id}`, { version: 1, test: true }),
  'supply.messages.mapCode': () => mapPartnerCode(),
  'supply.messages.unmapCode': async () => {
    const id = await mapPartnerCode()
    const { mappedCodes } = (await send('GET', `/supply/partners/${id.body.id}`)).body
    return send('DELETE', `/supply/partners/${id.body.id}/codes/${mappedCodes[0].id}`)
  },
  'supply.messages.sendOrder': async () => {
    const order = (await confirmedOrder()).body.publicId
    return send('POST', `/supply/partners/${(await addPartner()).body.id}/orders`, { order, kind: 'answer' })
  },
  'webhooks.create': () => addWebhook(),
  'webhooks.edit': async () =>
    send('PUT', `/webhooks/${(await addWebhook()).body.id}`, { version: 1, name: 'WMS', url: 'https://wms.test/in' }),
  'webhooks.rotate': async () => send('POST', `/webhooks/${(await addWebhook()).body.id}/secret`, { version: 1 }),
  'webhooks.remove': async () => send('DELETE', `/webhooks/${(await addWebhook()).body.id}`, { version: 1 }),
  'webhooks.test': async () => send('POST', `/webhooks/${(await addWebhook()).body.id}/test`),
  'webhooks.replay': async () => {
    const { body } = await send('POST', `/webhooks/${(await addWebhook()).body.id}/test`)
    return send('POST', `/webhooks/deliveries/${body.deliveryId}/replay`)
  },
  'engage.events.add': () => addEvent(),
  'engage.events.edit': async () =>
    send('PATCH', `/events/${(await addEvent()).body.id}`, { version: 1, leadDays: 21 }),
  'engage.events.remove': async () => send('DELETE', `/events/${(await addEvent()).body.id}`),
  'engage.events.restore': async () => {
    const { id } = (await addEvent()).body
    await send('DELETE', `/events/${id}`)
    return send('POST', `/events/${id}/restore`)
  },
  'engage.events.settle': async () =>
    send('PUT', `/events/${(await addEvent()).body.id}/days/2031-05-01`, { state: 'done' }),
  'engage.executives.appoint': () => appoint(ids.get('D11')!),
  'engage.executives.change': async () =>
    send('PATCH', `/sponsors/${(await appoint(ids.get('D12')!)).body.id}`, { visitsAYear: 4 }),
  'contacts.add': () => addContact(),
  'contacts.edit': async () => {
    const { body } = await addContact()
    return send('PATCH', `/contacts/${body.id}`, { version: body.version, role: 'Buyer' })
  },
  'contacts.remove': async () => send('DELETE', `/contacts/${(await addContact()).body.id}`),
  'imports.pushRows': () =>
    send('POST', '/imports/push/supply', { rows: [{ product: 'P-none', week: '2026-W45', quantity: 3 }] }),
  'imports.push': () =>
    send('POST', '/imports/push', {
      source: 'erp',
      lines: [{ account: 'D10', document: 'P-1', day: '2026-07-01', product: 'S1', net: '100' }],
    }),
  'costEntries.add': () => addCost(),
  'costEntries.remove': async () => send('DELETE', `/accounts/${foreign}/costs/${(await addCost()).body.id}`),
  'identify.policy.change': async () => {
    const { body } = await send('GET', '/policy')
    return send('POST', '/policy', { basedOn: body.version, name: 'Stricter', policy: dealerPolicy })
  },
  'identify.reviews.open': () => send('POST', '/reviews', {}),
  'identify.reviews.discard': async () => send('DELETE', `/reviews/${await openReviewId()}`),
  'identify.reviews.confirm': async () => {
    await send('POST', '/reviews', {})
    return send('POST', `/reviews/${await openReviewId()}/confirm`, {})
  },
  'identify.standing.judge': () => send('POST', `/accounts/${foreign}/judgements`, { measure: 'loyalty', value: 8 }),
  'identify.standing.invite': () => send('POST', `/accounts/${foreign}/invitation`, term),
  'identify.standing.endInvitation': () => send('POST', `/accounts/${foreign}/invitation/end`, {}),
  'identify.standing.override': () => send('POST', `/accounts/${foreign}/override`, { tier: 'gold', ...term }),
  'identify.standing.endOverride': () => send('POST', `/accounts/${foreign}/override/end`, {}),
  'identify.standing.decideValueType': () =>
    send('PUT', `/accounts/${foreign}/value-type`, { valueType: 'strategic', reason: 'Plans with us' }),
  'merge.propose': () => proposePair(),
  'merge.decide': async () =>
    send('POST', `/duplicates/${(await proposePair()).body.id}/decide`, {
      state: 'not duplicates',
      reason: 'Two yards',
    }),
  'merge.startSearch': () => send('POST', '/duplicates/search'),
  'merge.cancelSearch': () => send('POST', '/duplicates/search/cancel'),
  'merge.merge': () => mergeTwo(),
  'merge.undo': async () => send('POST', `/merges/${(await mergeTwo()).body.id}/undo`),
  'engage.promises.make': () => makePromise(),
  'engage.promises.edit': async () => {
    const { body } = await makePromise()
    return send('PATCH', `/promises/${body.id}`, { version: body.version, due: '2026-12-01' })
  },
  'engage.promises.settle': async () => {
    const { body } = await makePromise()
    return send('POST', `/promises/${body.id}/settle`, { version: body.version, state: 'kept' })
  },
  'know.people.add': () => addPerson(),
  'know.people.edit': async () => {
    const { contactId, version, profileVersion } = await newPerson()
    return send('PATCH', `/contacts/${contactId}/person`, { version, profileVersion, stance: 2 })
  },
  'know.people.setAcquaintance': async () =>
    send('PUT', `/contacts/${(await addPerson()).body.contactId}/acquaintances/${api.people.head}`, { strength: 3 }),
  'know.people.move': async () => {
    const { contactId, version } = await newPerson()
    return send('POST', `/contacts/${contactId}/move`, { version, day: '2026-06-01', accountId: ids.get('D11') })
  },
  'know.people.giveConsent': async () => giveConsent((await addPerson()).body.contactId),
  'know.people.withdrawConsent': async () => {
    const { body } = await giveConsent((await addPerson()).body.contactId)
    return send('POST', `/consents/${body.id}/withdraw`, { day: today, by: 'mail' })
  },
  'know.people.importFile': () =>
    send('POST', `/accounts/${foreign}/people/import`, { format: 'csv', text: 'Name\nXu Lei' }),
  'know.people.erase': async () => send('POST', `/contacts/${(await addPerson()).body.contactId}/erase`, {}),
  'know.people.keep': async () => {
    const { contactId } = (await addPerson()).body
    await api.pool.query(
      `insert into know.retention_review (contact_id, covers, listed_on, last_activity) values ($1, 'personal data', $2, $2)`,
      [contactId, today],
    )
    return send('POST', `/contacts/${contactId}/keep`, {
      covers: 'personal data',
      until: '2027-01-31',
      reason: 'On leave',
    })
  },
  'know.people.setLimit': () =>
    send('PUT', '/privacy/limits/marketing', {
      covers: 'marketing',
      months: 24,
      graceDays: 30,
      automatic: false,
      version: 1,
    }),
  'know.map.lines.add': () => addLine(),
  'know.map.lines.edit': async () => {
    const { body } = await addLine()
    return send('PATCH', `/relationships/lines/${body.id}`, { version: body.version, note: 'Since the merger' })
  },
  'know.map.lines.remove': async () => send('DELETE', `/relationships/lines/${(await addLine()).body.id}`),
  'know.map.move': async () => placeOnMap((await addContact()).body.id),
  'know.map.layOutAnew': async () => {
    await placeOnMap((await addContact()).body.id)
    return send('DELETE', `/accounts/${foreign}/relationships/places`, {})
  },
  'know.map.recordContact': async () => send('POST', `/contacts/${(await addContact()).body.id}/contact-days`, {}),
  'know.map.gaps.dismiss': () => dismissGap(),
  'know.map.gaps.restore': async () => send('DELETE', `/relationship-gaps/dismissals/${(await dismissGap()).body.id}`),
  'know.buying.say': () => sayQuality(),
  'know.buying.confirm': async () => {
    const { body } = await send('GET', `/accounts/${foreign}/buying`)
    const [known] = body.facts
    return send('POST', `/accounts/${foreign}/buying/quality/confirm`, { ...heard, version: known.version })
  },
  'know.buying.forget': async () => {
    const { body } = await send('GET', `/accounts/${foreign}/buying`)
    return send('DELETE', `/accounts/${foreign}/buying/quality`, { version: body.facts[0].version })
  },
  'engage.report.write': () => reportVisit(),
  'engage.report.edit': async () => {
    const { body } = await reportVisit()
    return send('PATCH', `/visits/${body.visitId}/report`, { version: 1, ...visitHours, said: 'Corrected' })
  },
  'today.answer': () => answerFirst(),
  'today.takeBack': async () => send('POST', `/today/answers/${(await answerFirst()).body.answerId}/take-back`, {}),
  'today.delegate': async () =>
    send('POST', `/today/signals/${await firstSignal()}/delegate`, { personId: api.people['back office'] }),
  'absences.add': () => goAway('2026-11-20'),
  'absences.remove': async () => send('DELETE', `/absences/${(await goAway('2026-11-21')).body.id}`),
  'engage.calendar.addEntry': () => addEntry(),
  'engage.calendar.editEntry': async () =>
    send('PATCH', `/calendar/entries/${(await addEntry()).body.id}`, { version: 1, done: true }),
  'engage.calendar.removeEntry': async () => send('DELETE', `/calendar/entries/${(await addEntry()).body.id}`),
  'engage.calendar.makeFeed': () => send('POST', '/calendar/feed', {}),
  'engage.calendar.endFeed': () => send('DELETE', '/calendar/feed'),
  'engage.calendar.acceptPlan': () => acceptPlan(),
  'engage.calendar.undoPlan': async () => send('POST', `/calendar/plan/${(await acceptPlan()).body.id}/undo`, {}),
  'engage.time.enter': () => enterTime(),
  'engage.time.remove': async () => send('DELETE', `/time/entries/${(await enterTime()).body.id}`),
  'engage.visits.plan': () => planVisit(),
  'engage.visits.edit': () => toVisit('', { purpose: 'Stock before the season' }, {}, 'PATCH'),
  'engage.visits.move': () => toVisit('/move', moved),
  'engage.visits.cancel': () => toVisit('/cancel', { by: 'theirs', reason: 'Stocktaking' }),
  'engage.visits.miss': () => toVisit('/miss', { reason: 'Typhoon' }, { day: today, time: '00:00' }),
  'engage.visits.hold': () => toVisit('/hold', visitHours, { day: today, time: '00:00' }),
  'engage.visits.takeBack': async () => {
    const { body } = await toVisit('/move', moved)
    return send('POST', `/visits/${body.id}/take-back`, { version: body.version })
  },
  'engage.visits.invite': () => toVisit('/invite', {}),
  'engage.visits.cadences.add': () => addCadence(),
  'engage.visits.cadences.edit': async () =>
    send('PATCH', `/cadences/${(await addCadence()).body.cadence.id}`, { version: 1, localTime: '11:00' }),
  'engage.visits.cadences.accept': async () => {
    await send('POST', '/accounts/owner', { accounts: [ids.get('D11')], ownerId: api.people.head })
    await send('POST', `/accounts/${ids.get('D11')}/override`, { tier: 'gold', ...term })
    return send('POST', '/cadence-proposals', { personId: api.people.head, accountIds: [ids.get('D11')] })
  },
  'engage.visits.cadences.changeRules': () => send('PATCH', '/visit-rules', { version: 0, toleranceMinutes: 30 }),
  'engage.visits.cadences.importHolidays': () => importHolidays(),
  'engage.visits.cadences.removeHolidays': async () => {
    await importHolidays()
    return send('DELETE', '/holidays/CN')
  },
  'know.installed.add': () => addInstalled(),
  'know.installed.edit': async () =>
    send('PATCH', `/installed/${(await addInstalled()).body.id}`, { version: 1, quantity: 5 }),
  'know.installed.remove': async () => send('DELETE', `/installed/${(await addInstalled()).body.id}`, { version: 1 }),
  'know.installed.setLife': () =>
    send('PUT', '/product-lines/life', { productLine: 'Switches', lifeMonths: 84, version: null }),
  'know.whiteSpace.setPotential': () =>
    send('PUT', `/accounts/${foreign}/potential`, {
      ...{ productLine: 'Switches', amount: '120000', source: 'Their buyer', asOf: '2026-06-01', version: null },
    }),
  'know.whiteSpace.removePotential': () =>
    send('DELETE', `/accounts/${foreign}/potential`, { productLine: 'Switches', version: 1 }),
  'people.invite': () => invite('one@example.com'),
  'people.newLink': () => send('POST', `/people/${api.people.reader}/link`, {}),
  'people.change': () => send('PATCH', `/people/${api.people.reader}`, { title: 'Analyst' }),
  'people.acceptLink': async () => {
    const { body } = await invite('two@example.com')
    const secret = body.link.split('#')[1]
    return send('POST', '/people/accept', {
      secret,
      name: 'Two',
      email: 'two@example.com',
      password: 'a long password',
    })
  },
  'people.createKey': () => makeKey(),
  'people.revokeKey': async () => send('DELETE', `/keys/${(await makeKey()).body.id}`),
  'settings.change': () => send('PATCH', '/settings', { companyName: 'Harbour Switches' }),
}

const send = (method: string, path: string, body?: unknown, role: Role = 'administrator') =>
  api.as(role, method, path, body)
const firstSignal = async () => (await send('GET', '/today/department')).body.items[0].id
const answerFirst = async () => send('POST', `/today/signals/${await firstSignal()}/answer`, { answer: 'done' })
const goAway = (day: string) => send('POST', '/absences', { deputyId: api.people.head, from: day, to: day })
const inviteStaff = (email: string) =>
  buyer.as('POST', '/portal/people', { name: 'A colleague', email, language: 'en' })
const inviteToPortal = (email: string) => {
  const person = { name: 'A colleague', email, right: 'staff', language: 'en' }
  return send('POST', `/accounts/${foreign}/portal/invitations`, person)
}
const someoneAtPortal = async (name: string) => {
  const { people } = (await send('GET', `/accounts/${foreign}/portal`)).body
  return people.find((person: { name: string }) => person.name === name)
}
/** Put before the account, as its buyer reads it. */
const proposedOrder = async () => {
  const { publicId } = (await addOrder()).body
  const { id, version, contentHash, items } = (await buyer.as('GET', `/portal/orders/${publicId}`)).body
  return { id, version, contentHash, product: items[0].product }
}
const addSite = () => send('POST', `/accounts/${foreign}/sites`, { name: 'Main warehouse' })
const seasonSettings = { surePercent: 80, buildDays: 21, coverWeeks: 4, bookDays: 14 }
const planSeason = () =>
  send('POST', '/supply/seasons', {
    ...{ name: 'New year', fromWeek: '2031-01-06', untilWeek: '2031-02-03', settings: seasonSettings },
  })
const actOnSeason = async (act: string) => {
  const { publicId, version } = (await planSeason()).body
  return send('POST', `/supply/seasons/${publicId}/${act}`, { version, settings: seasonSettings })
}
const addSeasonTask = async () =>
  send('POST', `/supply/seasons/${(await planSeason()).body.publicId}/tasks`, {
    ...{ kind: 'book', title: 'Storage', week: '2031-01-06', dueOn: '2030-12-20', quantity: '4', unit: 'pallets' },
  })
let runs = 0
const drawUpAllocation = async () => {
  const product = `SCARCE-${++runs}`
  await api.pool.query('insert into products.product (code, name) values ($1, $1)', [product])
  return send('POST', '/supply/allocations', {
    name: product,
    weeks: null,
    requests: [{ account: 'D10', product, quantity: '9' }],
    supply: [{ product, quantity: '5' }],
  })
}
const actOnAllocation = async (act: string) => {
  const { publicId, version } = (await drawUpAllocation()).body
  return send('POST', `/supply/allocations/${publicId}/${act}`, { version })
}
const saveCapacity = (name: string) =>
  send('PUT', '/supply/capacities', { capacity: { name, kind: 'line', unit: 'hours', aWeek: '40', uses: [] } })
let feeds = 0
const addRiskFeed = () => send('POST', '/risks/feeds', { name: 'Weather', url: `https://cap.example/${++feeds}` })
let warnings = 0
const takeWarning = () =>
  send('POST', '/risks/messages', {
    text: `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>w${++warnings}</identifier>
      <sender>met@example.cn</sender><sent>${today}T08:00:00+08:00</sent><status>Actual</status>
      <msgType>Alert</msgType><scope>Public</scope></alert>`,
  })
const giveAdvice = async () => {
  const { body } = await takeWarning()
  const site = (await addSite()).body.id
  return send('POST', `/risks/${body.items[0].alertId}/advice`, {
    siteIds: [site],
    measures: ['raise goods'],
    channel: 'phone',
  })
}
const addNote = () => send('POST', `/accounts/${foreign}/notes`, { text: 'Wants two facings' })
const addPerson = () => send('POST', `/accounts/${foreign}/people`, { name: 'Liu Yang', stance: 1 })
const newPerson = async () => (await send('GET', `/contacts/${(await addPerson()).body.contactId}/person`)).body
const giveConsent = (contactId: number) =>
  send('POST', `/contacts/${contactId}/consents`, {
    covers: 'marketing',
    purpose: 'News',
    legalBasis: 'consent',
    givenOn: '2026-06-01',
    givenBy: 'form',
  })
const proposePair = () => send('POST', '/duplicates', { one: ids.get('D11'), other: foreign, reason: 'Same yard' })
let added = 0
const mergeTwo = async () => {
  const add = async () => (await send('POST', '/accounts', { code: `M${++added}`, name: 'Twin' })).body
  const [survivor, loser] = [await add(), await add()]
  return send('POST', `/accounts/${survivor.id}/merge`, {
    loserId: loser.id,
    version: survivor.version,
    loserVersion: loser.version,
  })
}
const addOrder = async (propose = true) => {
  const product = await api.pool.query(`insert into products.product (code, name) values ($1, 'Switch') returning id`, [
    randomUUID(),
  ])
  const lines = [{ productId: product.rows[0].id, quantity: '3' }]
  return send('POST', `/accounts/${foreign}/orders`, { propose, lines })
}
/** On paper, since the portal's buyer is none of ours. */
const signedOrder = async () => {
  const { publicId, contentHash } = (await addOrder()).body
  const init = { method: 'POST', body: '%PDF-1.4 scan', headers: { 'content-type': 'application/pdf' } }
  const scan = (await (await api.fetch('head', '/files?name=scan.pdf', init)).json()) as { id: string }
  const paper = { contentHash, name: 'Wang Bei', signedAt: `${today}T07:00:00Z`, scanFileId: scan.id }
  return send('POST', `/orders/${publicId}/paper-signature`, paper)
}
let partners = 0

const addPartner = () =>
  send('POST', '/supply/partners', {
    standard: 'x12',
    accountId: foreign,
    name: 'Their gateway',
    theirQualifier: 'ZZ',
    theirId: `GATEWAY${++partners}`,
    messageVersion: '004010',
    sendsOrders: true,
  })

const mapPartnerCode = async () => {
  const partner = await addPartner()
  const answer = await send('POST', `/supply/partners/${partner.body.id}/codes`, {
    kind: 'party',
    code: 'DC 1',
    accountId: foreign,
  })
  return { ...answer, body: { ...answer.body, id: partner.body.id } }
}

const confirmedOrder = async () => send('POST', `/orders/${(await signedOrder()).body.publicId}/confirm`, {})
const addWebhook = () => send('POST', '/webhooks', { name: 'ERP', url: 'https://erp.test/in' })
const askRequest = (cost = '700') =>
  send('POST', `/accounts/${foreign}/requests`, {
    kind: 'celebration',
    what: 'A model rack',
    reason: 'Ten years together',
    wantedOn: '2031-05-01',
    cost,
  })
/** A consignment waits to go by sea; it goes by road. */
const switchLane = async () => {
  const place = randomUUID()
  const lane = async (mode: string, days: number) => {
    const { rows } = await api.pool.query(
      `insert into supply.lane (name, from_place, mode, days, cost_per_kg) values ($1, $2, $1, $3, 2) returning id`,
      [mode, place, days],
    )
    return rows[0].id as number
  }
  const [fromLaneId, toLaneId] = [await lane('sea', 9), await lane('road', 3)]
  await claimDeliveries(api.db, { via: 'system', source: 'erp', at: new Date(`${today}T00:00:00Z`) }, [
    { accountId: foreign, key: place, promisedOn: today, weightKg: '10', laneId: fromLaneId, mode: 'sea' },
  ])
  const days = { fromDay: today, toDay: today }
  return send('POST', '/supply/transport/switches', { fromLaneId, toLaneId, ...days, reason: 'A storm comes' })
}
const enterDelivery = async () =>
  send('POST', `/accounts/${foreign}/deliveries`, {
    reference: randomUUID(),
    productId: await addProduct(),
    promisedOn: today,
    quantity: '3',
  })
const lane = { name: 'Coaster', fromPlace: 'Ningbo', mode: 'sea', days: '9' }
const addLane = () => send('POST', '/supply/lanes', lane)
const addEvent = () =>
  send('POST', `/accounts/${foreign}/events`, { kind: 'opening', title: 'New warehouse', day: '2031-05-01' })
const appoint = (account: number) =>
  send('POST', `/accounts/${account}/sponsors`, { personId: api.people.executive, visitsAYear: 2 })
const addContact = () => send('POST', `/accounts/${foreign}/contacts`, { name: 'Liu Yang' })
const visitHours = { startedAt: `${today}T01:00:00Z`, endedAt: `${today}T02:00:00Z` }
const reportVisit = async () => {
  const { rows } = await api.pool.query(
    `insert into engage.visit (account_id, person_id, starts_at, ends_at, time_zone, original_starts_at, promised_at,
       created_at) values ($1, $2, $3, $4, 'Asia/Shanghai', $3, $3, $3) returning id`,
    [foreign, api.people.head, visitHours.startedAt, visitHours.endedAt],
  )
  const draft = { ...visitHours, draftKey: randomUUID(), visitStartsAt: visitHours.startedAt }
  return send('POST', `/visits/${rows[0].id}/report`, draft)
}
const moved = { day: '2027-01-12', time: '10:00', by: 'theirs', reason: 'Stocktaking' }
const planVisit = (changed: object = {}) =>
  send('POST', '/visits', {
    ...{
      accountId: foreign,
      personId: api.people.head,
      day: '2027-01-11',
      time: '10:00',
      minutes: 60,
      timeZone: 'UTC',
    },
    ...changed,
  })
const toVisit = async (path: string, body: object, changed: object = {}, method = 'POST') => {
  const { id, version } = (await planVisit(changed)).body
  return send(method, `/visits/${id}${path}`, { version, ...body })
}
const addCadence = () =>
  send('POST', '/cadences', {
    ...{ accountId: foreign, personId: api.people.head, localTime: '10:00', rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU' },
  })
const addEntry = () => send('POST', '/calendar/entries', { title: 'Budget round', day: today, time: '09:00' })
const enterTime = () => send('POST', '/time/entries', { day: today, minutes: 30, category: 'call', accountId: foreign })
let planned = 0
const acceptPlan = async () => {
  const month = `2027-${String(++planned).padStart(2, '0')}`
  await send('POST', `/accounts/${foreign}/override`, { tier: 'platinum', ...term })
  const { body } = await send('GET', `/calendar/plan?personId=${api.people.head}&month=${month}`)
  const keys = body.proposals
    .filter((each: { slot: object | null }) => each.slot)
    .map((each: { key: string }) => each.key)
  return send('POST', '/calendar/plan', { personId: api.people.head, month, keys })
}
const importHolidays = () =>
  send('PUT', '/holidays/CN', {
    name: 'holidays.ics',
    icalendar: 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:X\r\nDTSTART:20270101\r\nEND:VEVENT\r\nEND:VCALENDAR',
  })
const makePromise = () => send('POST', `/accounts/${foreign}/promises`, { side: 'ours', what: 'Send samples' })
const heard = { learnedOn: '2026-06-01', contactId: null, toldBy: 'At the fair' }
const sayQuality = () =>
  send('PUT', `/accounts/${foreign}/buying`, {
    ...heard,
    fact: { field: 'quality', value: { demands: 'IEC 61850-3' } },
    version: null,
  })
const addLine = async () =>
  send('POST', '/relationships/lines', {
    fromContactId: (await addContact()).body.id,
    toContactId: (await addContact()).body.id,
    kind: 'reports to',
  })
const placeOnMap = (contactId: number) =>
  send('PUT', `/accounts/${foreign}/relationships/places`, { places: [{ contactId, x: 40, y: 80 }] })
const dismissGap = () =>
  send('POST', `/accounts/${foreign}/relationship-gaps/dismissals`, {
    kind: 'nobody on the floor',
    reason: 'They have no warehouse',
    until: '2026-12-31',
  })
const addInstalled = () =>
  send('POST', `/accounts/${foreign}/installed`, {
    ...{ siteId: null, brand: 'Korund', model: null, ours: false, productLine: null, quantity: 4, boughtOn: null },
    ...{ unitPrice: null, currency: null, lifeMonths: null, condition: null, note: null },
  })
const addCost = () =>
  send('POST', `/accounts/${foreign}/costs`, { day: '2026-06-01', kind: 'freight', amount: '12.50' })
const invite = (email: string) => send('POST', '/people', { name: 'Somebody', email, role: 'reader' })
const makeKey = () => send('POST', '/keys', { name: 'ERP', role: 'reader', scope: 'read', days: 30 })
const openReviewId = async () => {
  const { rows } = await api.pool.query('select max(id)::int as id from identify.review')
  return rows[0].id
}

test('every write of the product is named here', () => {
  expect([...Object.keys(acts), ...withoutTrail, ...testedWithImports].sort()).toEqual(writesIn(router).sort())
})

test.each(Object.keys(acts))('%s leaves who changed what', async name => {
  const before = await changesMade()
  const { status, body } = await acts[name]!()
  expect({ status, body }).toMatchObject({ status: 200 })
  expect(await changesMade()).toBeGreaterThan(before)
})

test('the trail cannot be changed, not even in the database', async () => {
  for (const statement of [
    `update platform.change set actor_name = 'Nobody'`,
    'delete from platform.change',
    'truncate platform.change',
  ])
    await expect(api.pool.query(statement)).rejects.toThrow('cannot be changed')
})

/** Everything a manager may do to an account. */
const toAnAccount: [string, string, string, object?][] = [
  ['edit', 'PATCH', '/accounts/{id}', { version: 1, city: 'Ningbo' }],
  ['remove', 'DELETE', '/accounts/{id}'],
  ['add a code', 'POST', '/accounts/{id}/codes', { source: 'crm', code: 'X-2' }],
  ['remove a code', 'DELETE', '/accounts/{id}/codes', { source: 'crm', code: 'X-2' }],
  ['add a contact', 'POST', '/accounts/{id}/contacts', { name: 'Liu Yang' }],
  ['add a site', 'POST', '/accounts/{id}/sites', { name: 'Main warehouse' }],
  ['enter an order', 'POST', '/accounts/{id}/orders', { lines: [] }],
  ['edit a contact', 'PATCH', '/contacts/{contact}', { version: 1, role: 'Buyer' }],
  ['remove a contact', 'DELETE', '/contacts/{contact}'],
  ['enter a cost', 'POST', '/accounts/{id}/costs', { day: '2026-06-01', kind: 'freight', amount: '1' }],
  ['withdraw a cost', 'DELETE', '/accounts/{id}/costs/{cost}'],
  ['give a person a place', 'PUT', '/accounts/{id}/relationships/places', { places: [{ personId: 'me', x: 0, y: 0 }] }],
  ['lay the map out anew', 'DELETE', '/accounts/{id}/relationships/places', {}],
  ['draw a line', 'POST', '/relationships/lines', { fromContactId: 0, toContactId: 0, kind: 'influences' }],
  ['add a person', 'POST', '/accounts/{id}/people', { name: 'Liu Yang' }],
  ['edit a person', 'PATCH', '/contacts/{contact}/person', { version: 2, profileVersion: 0, stance: 1 }],
  ['say who knows a person', 'PUT', '/contacts/{contact}/acquaintances/x', { strength: 3 }],
  ['move a person', 'POST', '/contacts/{contact}/move', { version: 2, day: '2026-06-01', accountId: null }],
  [
    'record a consent',
    'POST',
    '/contacts/{contact}/consents',
    { covers: 'photos', purpose: 'News', legalBasis: 'consent', givenOn: '2026-06-01', givenBy: 'form' },
  ],
  ['take people from a file', 'POST', '/accounts/{id}/people/import', { format: 'csv', text: 'Name\nXu Lei' }],
  ['record a contact', 'POST', '/contacts/{contact}/contact-days', {}],
  [
    'dismiss a gap',
    'POST',
    '/accounts/{id}/relationship-gaps/dismissals',
    { kind: 'gone cold', reason: 'Mine', until: '2026-12-31' },
  ],
  ['judge', 'POST', '/accounts/{id}/judgements', { measure: 'loyalty', value: 1 }],
  ['give it an owner', 'POST', '/accounts/owner', { accounts: [0], ownerId: null }],
  ['invite', 'POST', '/accounts/{id}/invitation', term],
  ['end an invitation', 'POST', '/accounts/{id}/invitation/end', {}],
  ['override', 'POST', '/accounts/{id}/override', { tier: 'gold', ...term }],
  ['end an override', 'POST', '/accounts/{id}/override/end', {}],
  ['decide the value type', 'PUT', '/accounts/{id}/value-type', { valueType: 'strategic', reason: 'Mine' }],
]

test.each(toAnAccount)('a manager cannot %s where the account is another’s', async (_, method, template, body) => {
  const contact = (await addContact()).body.id
  const cost = (await addCost()).body.id
  const before = await changesMade()
  const path = template
    .replace('{id}', String(foreign))
    .replace('{contact}', String(contact))
    .replace('{cost}', String(cost))
  const given =
    body && 'accounts' in body
      ? { ...body, accounts: [foreign] }
      : body && 'fromContactId' in body
        ? { ...body, fromContactId: contact, toContactId: contact }
        : body
  const answer = await send(method, path, given, 'manager')
  expect({ status: answer.status, code: answer.body.code }).toEqual({
    status: 403,
    code: expect.stringMatching(/^(account_not_yours|judging_not_yours|not_allowed)$/),
  })
  expect(await changesMade()).toBe(before)
})

const adjustment = () => ({
  accountId: foreign,
  kind: 'project',
  title: 'Metro line 9',
  reason: 'The tender is won',
  fromDay: '2026-01-01',
  toDay: '2026-12-31',
  quantity: '50',
})

const adjustForecast = () => send('POST', '/forecasts/adjustments', adjustment())

const endForecastRuns = () =>
  api.pool.query(`update supply.forecast_run set state = 'done' where state in ('waiting', 'running')`)

async function addProduct(): Promise<number> {
  const { rows } = await api.pool.query('insert into products.product (code, name) values ($1, $1) returning id', [
    `P-${randomUUID()}`,
  ])
  return rows[0].id
}

/** A product of which the account has less than its target. */
async function needProduct(accountId: number): Promise<number> {
  const productId = await addProduct()
  const claiming = { via: 'system', source: 'dealer', at: new Date(`${today}T00:00:00Z`) } as const
  await claimStock(api.db, claiming, [{ accountId, productId, day: today, onHand: '5' }])
  const monday = weekOf(today)
  const weeks = Array.from({ length: 12 }, (_, back) => daysAfter(monday, -7 * (back + 1)))
  const sold = weeks.map(week => ({ accountId, productId, fromDay: week, toDay: daysAfter(week, 6), sold: '10' }))
  await claimSellThrough(api.db, claiming, sold)
  await api.as('head', 'POST', '/supply/targets/review', { accountIds: [accountId] })
  return productId
}
