import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Journeys of people through the whole system in a real Chromium, one at a time. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/journeys/**/*.journey.ts'],
    globalSetup: 'tests/journeys/kept-demo.setup.ts',
    testTimeout: 240_000,
    hookTimeout: 240_000,
    fileParallelism: false,
  },
})
