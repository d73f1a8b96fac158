import { accountsRefusals } from './accounts/accounts-words.ts'
import { mergeRefusals } from './accounts/merge/merge-words.ts'
import { calendarRefusals } from './engage/calendar/calendar-words.ts'
import { eventsRefusals } from './engage/events/events-words.ts'
import { executivesRefusals } from './engage/executives/executives-words.ts'
import { engageReportRefusals } from './engage/report/report-words.ts'
import { requestsRefusals } from './engage/requests/requests-words.ts'
import { riskRefusals } from './engage/risk/risk-words.ts'
import { visitsRefusals } from './engage/visits/visits-words.ts'
import { identifyRefusals } from './identify/identify-words.ts'
import { importsRefusals } from './imports/imports-words.ts'
import { buyingRefusals } from './know/buying/buying-words.ts'
import { installedRefusals } from './know/installed/installed-words.ts'
import { mapRefusals } from './know/map/map-words.ts'
import { knownPeopleRefusals } from './know/people/people-words.ts'
import { sitesRefusals } from './know/sites/sites-words.ts'
import { timelineRefusals } from './know/timeline/timeline-words.ts'
import { whiteSpaceRefusals } from './know/white-space/white-space-words.ts'
import { ledgerRefusals } from './ledger/ledger-words.ts'
import { filesRefusals } from './platform/files/files-words.ts'
import type { Language } from './platform/language.ts'
import { mailRefusals } from './platform/mail/mail-words.ts'
import { processRefusals } from './platform/process-words.ts'
import type { RefusalValues } from './platform/refusal.ts'
import { platformRefusals, type RefusalWords } from './platform/refusal-words.ts'
import { webhooksRefusals } from './platform/webhooks/webhooks-words.ts'
import { portalRefusals } from './portal/portal-words.ts'
import { productsRefusals } from './products/products-words.ts'
import { reportRefusals } from './report/report-words.ts'
import { allocationRefusals } from './supply/allocation/allocation-words.ts'
import { deliveriesRefusals } from './supply/deliveries/deliveries-words.ts'
import { transportRefusals } from './supply/deliveries/transport-words.ts'
import { forecastRefusals } from './supply/forecast/forecast-refusals-words.ts'
import { messagesRefusals } from './supply/messages/messages-words.ts'
import { ordersRefusals } from './supply/orders/orders-refusals-words.ts'
import { reasonableRefusals } from './supply/reasonable/reasonable-words.ts'
import { seasonRefusals } from './supply/season/season-words.ts'
import { stockRefusals } from './supply/stock/stock-words.ts'
import { todayRefusals } from './today/today-words.ts'

/** Every refusal of every room, by code. Wiring only: a room's sentences stand in its own `…-words.ts`. */
export const refusals: RefusalWords = {
  ...platformRefusals,
  ...processRefusals,
  ...mailRefusals,
  ...webhooksRefusals,
  ...filesRefusals,
  ...accountsRefusals,
  ...mergeRefusals,
  ...productsRefusals,
  ...ledgerRefusals,
  ...timelineRefusals,
  ...importsRefusals,
  ...knownPeopleRefusals,
  ...requestsRefusals,
  ...allocationRefusals,
  ...seasonRefusals,
  ...deliveriesRefusals,
  ...stockRefusals,
  ...transportRefusals,
  ...forecastRefusals,
  ...eventsRefusals,
  ...executivesRefusals,
  ...identifyRefusals,
  ...buyingRefusals,
  ...installedRefusals,
  ...whiteSpaceRefusals,
  ...mapRefusals,
  ...sitesRefusals,
  ...riskRefusals,
  ...engageReportRefusals,
  ...visitsRefusals,
  ...calendarRefusals,
  ...reportRefusals,
  ...ordersRefusals,
  ...reasonableRefusals,
  ...todayRefusals,
  ...messagesRefusals,
  ...portalRefusals,
}

/** The sentence of a refusal; the bare code where a room forgot its words (a test forbids that). */
export function refusalSentence(code: string, values: RefusalValues, language: Language): string {
  return refusals[code]?.[language](values) ?? code
}
