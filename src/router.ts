import { accountsRoutes } from './accounts/accounts.routes.ts'
import { contactsRoutes } from './accounts/contacts.routes.ts'
import { savedViewsRoutes } from './accounts/saved-views.routes.ts'
import { healthRoutes } from './platform/health.routes.ts'
import type { StreamingApp } from './platform/http.server.ts'
import { peopleRoutes } from './platform/people.routes.ts'
import { settingsRoutes } from './platform/settings.routes.ts'
import { trailRoutes } from './platform/trail.routes.ts'
import { productsRoutes } from './products/products.routes.ts'

/** Every operation with its right and its use case, by room. Wiring only. */
export const router = {
  accounts: accountsRoutes(async () => []),
  contacts: contactsRoutes,
  savedViews: savedViewsRoutes,
  products: productsRoutes,
  health: healthRoutes,
  people: peopleRoutes,
  settings: settingsRoutes(async () => true),
  trail: trailRoutes,
}

/** Routes that stream files in and out. */
export const streams: ((app: StreamingApp) => void)[] = []
