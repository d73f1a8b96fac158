import { healthRoutes } from './platform/health.routes.ts'
import { peopleRoutes } from './platform/people.routes.ts'
import { settingsRoutes } from './platform/settings.routes.ts'
import { trailRoutes } from './platform/trail.routes.ts'

/** Every operation with its right and its use case, by room. Wiring only. */
export const router = {
  health: healthRoutes,
  people: peopleRoutes,
  settings: settingsRoutes(async () => true),
  trail: trailRoutes,
}

/** Routes that stream files in and out. */
export const streams: ((app: import('./platform/http.server.ts').StreamingApp) => void)[] = []
