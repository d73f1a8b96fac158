import { accountsRoutes } from './accounts/accounts.routes.ts'
import { contactsRoutes } from './accounts/contacts.routes.ts'
import { mergeRoutes } from './accounts/merge/merge.routes.ts'
import { savedViewsRoutes } from './accounts/saved-views.routes.ts'
import { calendarRoutes } from './engage/calendar/calendar.routes.ts'
import { calendarStreams } from './engage/calendar/calendar.streams.routes.ts'
import { eventsRoutes } from './engage/events/events.routes.ts'
import { executivesRoutes } from './engage/executives/executives.routes.ts'
import { briefRoutes } from './engage/report/brief.routes.ts'
import { briefStreams } from './engage/report/brief.streams.routes.ts'
import { promisesRoutes } from './engage/report/promises.routes.ts'
import { reportsRoutes } from './engage/report/reports.routes.ts'
import { requestsRoutes } from './engage/requests/requests.routes.ts'
import { riskRoutes } from './engage/risk/risk.routes.ts'
import { timeRoutes } from './engage/time/time.routes.ts'
import { visitsRoutes } from './engage/visits/visits.routes.ts'
import { identifyRoutes } from './identify/identify.routes.ts'
import { importsRoutes } from './imports/imports.routes.ts'
import { importStreams } from './imports/imports.streams.routes.ts'
import { newestRate } from './imports/rates.store.ts'
import { removeLeftByUndone } from './imports/remove-unused.use.ts'
import { buyingRoutes } from './know/buying/buying.routes.ts'
import { installedRoutes } from './know/installed/installed.routes.ts'
import { replacementExport } from './know/installed/replacement-export.routes.ts'
import { mapRoutes } from './know/map/map.routes.ts'
import { knownPeopleRoutes } from './know/people/people.routes.ts'
import { knownPeopleStreams } from './know/people/people.streams.routes.ts'
import { sitesRoutes } from './know/sites/sites.routes.ts'
import { timelineRoutes } from './know/timeline/timeline.routes.ts'
import { whiteSpaceRoutes } from './know/white-space/white-space.routes.ts'
import { whiteSpaceExport } from './know/white-space/white-space-export.routes.ts'
import { costEntriesRoutes } from './ledger/cost-entries.routes.ts'
import { ledgerRoutes } from './ledger/ledger.routes.ts'
import { ledgerSpan } from './ledger/ledger.server.ts'
import { mergingRooms } from './merging-rooms.ts'
import { absencesRoutes } from './platform/absences.routes.ts'
import { fileStreams } from './platform/files/files.streams.routes.ts'
import { healthRoutes } from './platform/health.routes.ts'
import type { StreamingApp } from './platform/http.server.ts'
import { mailRoutes } from './platform/mail/mail.routes.ts'
import { mailStreams } from './platform/mail/mail.streams.routes.ts'
import { peopleRoutes } from './platform/people.routes.ts'
import { settingsRoutes } from './platform/settings.routes.ts'
import { trailRoutes } from './platform/trail.routes.ts'
import { webhooksRoutes } from './platform/webhooks/webhooks.routes.ts'
import { portalRoutes } from './portal/portal.routes.ts'
import { portalStreams } from './portal/portal.streams.routes.ts'
import { portalPeopleRoutes } from './portal/portal-people.routes.ts'
import { productsRoutes } from './products/products.routes.ts'
import { createColumnsReader } from './report/account-columns.server.ts'
import { accountUses } from './report/account-uses.store.ts'
import { accountsExport } from './report/accounts-export.routes.ts'
import { accountsListRoutes } from './report/accounts-list.routes.ts'
import { mergeHistories, sharedDocuments } from './report/merge-histories.store.ts'
import { allocationsRoutes } from './supply/allocation/allocations.routes.ts'
import { letterStreams } from './supply/allocation/letters.streams.routes.ts'
import { deliveriesRoutes } from './supply/deliveries/deliveries.routes.ts'
import { lanesRoutes } from './supply/deliveries/lanes.routes.ts'
import { punctualityRoutes } from './supply/deliveries/punctuality.routes.ts'
import { transportRoutes } from './supply/deliveries/transport.routes.ts'
import { forecastRoutes } from './supply/forecast/forecast.routes.ts'
import { messagesRoutes } from './supply/messages/messages.routes.ts'
import { ordersRoutes } from './supply/orders/orders.routes.ts'
import { orderStreams } from './supply/orders/orders.streams.routes.ts'
import { reasonableRoutes } from './supply/reasonable/reasonable.routes.ts'
import { seasonRoutes } from './supply/season/season.routes.ts'
import { stockRoutes } from './supply/stock/stock.routes.ts'
import { stockExport } from './supply/stock/stock-export.routes.ts'
import { departmentExport } from './today/department-export.routes.ts'
import { todayRoutes } from './today/today.routes.ts'

// One reader for list and export: it keeps the columns in memory for as long as the ledger's version stands.
export const readColumns = createColumnsReader()

/** Every operation with its right and its use case, by room. Wiring only. */
export const router = {
  accounts: accountsRoutes(accountUses),
  contacts: contactsRoutes,
  merge: mergeRoutes({
    rooms: mergingRooms,
    removeUnused: removeLeftByUndone,
    histories: mergeHistories,
    sharedDocuments,
  }),
  savedViews: savedViewsRoutes,
  products: productsRoutes,
  accountsList: accountsListRoutes(readColumns),
  imports: importsRoutes,
  ledger: ledgerRoutes,
  costEntries: costEntriesRoutes,
  identify: identifyRoutes,
  engage: {
    executives: executivesRoutes,
    risk: riskRoutes,
    events: eventsRoutes,
    requests: requestsRoutes,
    brief: briefRoutes,
    promises: promisesRoutes,
    report: reportsRoutes,
    visits: visitsRoutes,
    calendar: calendarRoutes,
    time: timeRoutes,
  },
  know: {
    people: knownPeopleRoutes,
    timeline: timelineRoutes,
    map: mapRoutes,
    sites: sitesRoutes,
    buying: buyingRoutes,
    installed: installedRoutes(newestRate),
    whiteSpace: whiteSpaceRoutes,
  },
  supply: {
    allocations: allocationsRoutes,
    season: seasonRoutes,
    forecast: forecastRoutes,
    messages: messagesRoutes,
    orders: ordersRoutes,
    punctuality: punctualityRoutes,
    reasonable: reasonableRoutes,
    deliveries: deliveriesRoutes,
    lanes: lanesRoutes,
    stock: stockRoutes,
    transport: transportRoutes,
  },
  portal: portalRoutes,
  portalPeople: portalPeopleRoutes,
  today: todayRoutes,
  absences: absencesRoutes,
  health: healthRoutes,
  mail: mailRoutes,
  people: peopleRoutes,
  settings: settingsRoutes(async db => (await ledgerSpan(db)) === null),
  trail: trailRoutes,
  webhooks: webhooksRoutes,
}

/** Routes that stream files in and out. */
export const streams: ((app: StreamingApp) => void)[] = [
  replacementExport,
  stockExport,
  whiteSpaceExport,
  accountsExport(readColumns),
  briefStreams,
  importStreams,
  calendarStreams,
  knownPeopleStreams,
  mailStreams,
  fileStreams,
  departmentExport,
  orderStreams,
  letterStreams,
  portalStreams,
]
