import { defineConfig } from '@lingui/cli'

/**
 * One catalog a room, so that rooms can be translated side by side.
 * `npx lingui extract --clean` freshens all, `ROOM=accounts npx lingui extract --clean` one.
 */
const all = [
  ...['web', 'accounts', 'products', 'identify', 'imports', 'ledger', 'report', 'today', 'platform'],
  // Three large rooms have a catalog for each part.
  ...['know/people', 'know/map', 'know/buying', 'know/installed', 'know/white-space', 'know/sites', 'know/timeline'],
  ...['engage/visits', 'engage/calendar', 'engage/report', 'engage/executives', 'engage/events', 'engage/requests'],
  ...['engage/risk', 'engage/time'],
  ...['supply/board', 'supply/stock', 'supply/messages', 'supply/forecast', 'supply/reasonable', 'supply/orders'],
  ...['supply/allocation', 'supply/season', 'supply/deliveries', 'portal'],
]
const rooms = process.env.ROOM ? [process.env.ROOM] : all

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'zh-Hans'],
  fallbackLocales: { default: 'en' },
  catalogs: rooms.map(room => ({
    path: `<rootDir>/src/web/locales/${room.replace('/', '-')}/{locale}`,
    include: [`<rootDir>/src/${room}`],
    exclude: ['**/*.test.*', '**/*.server.ts', '**/*.gen.ts', '**/gallery/**'],
  })),
})
