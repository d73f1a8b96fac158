import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const entry = fileURLToPath(new URL('../src/web/offline/service-worker.ts', import.meta.url))

/**
 * Writes service-worker.js beside index.html, in one piece, with the list of the files that it keeps: all code and
 * styles, the Latin letters, icons and manifest. The Chinese letters come in a hundred slices of which a reader uses a
 * few; those are kept once they were used.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'vitalfew-service-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      const made = Object.keys(bundle).filter(name => /\.(js|css)$|inter-latin-wght/.test(name))
      const files = [...made, 'vitalfew.svg', 'manifest.webmanifest', 'icon-192.png'].map(name => `/${name}`).sort()
      const page = bundle['index.html']
      const version = createHash('sha256')
        .update(files.join('\n'))
        .update(page?.type === 'asset' ? page.source : '')
        .digest('hex')
        .slice(0, 12)
      await build({
        configFile: false,
        logLevel: 'error',
        define: { __BUILD__: JSON.stringify({ version, files }) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          copyPublicDir: false,
          lib: { entry, formats: ['iife'], name: 'serviceWorker', fileName: () => 'service-worker.js' },
        },
      })
    },
  }
}
