import { accountsContract } from './accounts/accounts.contract.ts'
import { contactsContract } from './accounts/contacts.contract.ts'
import { mergeContract } from './accounts/merge/merge.contract.ts'
import { savedViewsContract } from './accounts/saved-views.contract.ts'
import { calendarContract } from './engage/calendar/calendar.contract.ts'
import { eventsContract } from './engage/events/events.contract.ts'
import { executivesContract } from './engage/executives/executives.contract.ts'
import { briefContract } from './engage/report/brief.contract.ts'
import { promisesContract } from './engage/report/promises.contract.ts'
import { reportsContract } from './engage/report/reports.contract.ts'
import { requestsContract } from './engage/requests/requests.contract.ts'
import { riskContract } from './engage/risk/risk.contract.ts'
import { timeContract } from './engage/time/time.contract.ts'
import { visitsContract } from './engage/visits/visits.contract.ts'
import { identifyContract } from './identify/identify.contract.ts'
import { importsContract } from './imports/imports.contract.ts'
import { buyingContract } from './know/buying/buying.contract.ts'
import { installedContract } from './know/installed/installed.contract.ts'
import { mapContract } from './know/map/map.contract.ts'
import { knownPeopleContract } from './know/people/people.contract.ts'
import { sitesContract } from './know/sites/sites.contract.ts'
import { timelineContract } from './know/timeline/timeline.contract.ts'
import { whiteSpaceContract } from './know/white-space/white-space.contract.ts'
import { costEntriesContract } from './ledger/cost-entries.contract.ts'
import { ledgerContract } from './ledger/ledger.contract.ts'
import { absencesContract } from './platform/absences.contract.ts'
import { healthContract } from './platform/health.contract.ts'
import { mailContract } from './platform/mail/mail.contract.ts'
import { peopleContract } from './platform/people.contract.ts'
import { settingsContract } from './platform/settings.contract.ts'
import { trailContract } from './platform/trail.contract.ts'
import { webhooksContract } from './platform/webhooks/webhooks.contract.ts'
import { portalContract } from './portal/portal.contract.ts'
import { portalPeopleContract } from './portal/portal-people.contract.ts'
import { productsContract } from './products/products.contract.ts'
import { accountsListContract } from './report/accounts-list.contract.ts'
import { allocationsContract } from './supply/allocation/allocations.contract.ts'
import { deliveriesContract } from './supply/deliveries/deliveries.contract.ts'
import { lanesContract } from './supply/deliveries/lanes.contract.ts'
import { punctualityContract } from './supply/deliveries/punctuality.contract.ts'
import { transportContract } from './supply/deliveries/transport.contract.ts'
import { forecastContract } from './supply/forecast/forecast.contract.ts'
import { messagesContract } from './supply/messages/messages.contract.ts'
import { ordersContract } from './supply/orders/orders.contract.ts'
import { reasonableContract } from './supply/reasonable/reasonable.contract.ts'
import { seasonContract } from './supply/season/season.contract.ts'
import { stockContract } from './supply/stock/stock.contract.ts'
import { todayContract } from './today/today.contract.ts'

/** Every operation of the product, by room. Wiring only. */
export const contract = {
  accounts: accountsContract,
  contacts: contactsContract,
  merge: mergeContract,
  savedViews: savedViewsContract,
  products: productsContract,
  accountsList: accountsListContract,
  imports: importsContract,
  ledger: ledgerContract,
  costEntries: costEntriesContract,
  identify: identifyContract,
  engage: {
    executives: executivesContract,
    risk: riskContract,
    events: eventsContract,
    requests: requestsContract,
    brief: briefContract,
    promises: promisesContract,
    report: reportsContract,
    visits: visitsContract,
    calendar: calendarContract,
    time: timeContract,
  },
  know: {
    people: knownPeopleContract,
    timeline: timelineContract,
    map: mapContract,
    sites: sitesContract,
    buying: buyingContract,
    installed: installedContract,
    whiteSpace: whiteSpaceContract,
  },
  supply: {
    allocations: allocationsContract,
    season: seasonContract,
    forecast: forecastContract,
    messages: messagesContract,
    orders: ordersContract,
    punctuality: punctualityContract,
    reasonable: reasonableContract,
    deliveries: deliveriesContract,
    lanes: lanesContract,
    stock: stockContract,
    transport: transportContract,
  },
  portal: portalContract,
  portalPeople: portalPeopleContract,
  today: todayContract,
  absences: absencesContract,
  health: healthContract,
  mail: mailContract,
  people: peopleContract,
  settings: settingsContract,
  trail: trailContract,
  webhooks: webhooksContract,
}
