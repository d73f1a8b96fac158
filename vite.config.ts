import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { serviceWorker } from './scripts/build-service-worker.ts'

const page = (name: string) => fileURLToPath(new URL(`src/web/${name}`, import.meta.url))

/** In development the portal's addresses lead to its page, as the server does it. */
function portalPages(): Plugin {
  return {
    name: 'vitalfew-portal-pages',
    apply: 'serve',
    configureServer: server => {
      server.middlewares.use((request, _, next) => {
        if (/^\/portal(\/[^.]*)?$/.test(request.url?.split(/[?#]/)[0] ?? '')) request.url = '/portal/index.html'
        next()
      })
    },
  }
}

/**
 * The web app: `vite build` writes dist/web, `vite` serves it for development with /api passed on.
 *
 * Contract with the server that hands out dist/web:
 * - every occurrence of `__CSP_NONCE__` in dist/web/index.html is replaced by the request's fresh nonce, and the same
 *   nonce stands in the header: `default-src 'self'; script-src 'self' 'nonce-…'; style-src 'self' 'nonce-…';
 *   img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`;
 * - dist/web/assets/* carry a hash in their name and may be cached for ever, index.html never;
 * - every path that is neither a file nor below /api answers with index.html; so does /api/docs;
 * - paths below /portal answer with portal/index.html, the small app of the accounts' people, with the same nonce.
 */
export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: false,
      routesDirectory: 'routes',
      generatedRouteTree: 'route-tree.gen.ts',
      quoteStyle: 'single',
      addExtensions: true,
      disableLogging: true,
    }),
    react(),
    lingui({ macroTransform: true }),
    serviceWorker(),
    portalPages(),
  ],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rollupOptions: { input: [page('index.html'), page('portal/index.html')] },
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    // Not the page /api/docs, and not our own api.ts.
    proxy: { '^/api/(?!docs)': { target: process.env.VITALFEW_API ?? 'http://127.0.0.1:4780', changeOrigin: false } },
  },
})
