import { lingui } from '@lingui/vite-plugin'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { serviceWorker } from './scripts/build-service-worker.ts'

/**
 * The web app: `vite build` writes dist/web, `vite` serves it for development with /api passed on.
 *
 * Contract with the server that hands out dist/web:
 * - every occurrence of `__CSP_NONCE__` in dist/web/index.html is replaced by the request's fresh nonce, and the same
 *   nonce stands in the header: `default-src 'self'; script-src 'self' 'nonce-…'; style-src 'self' 'nonce-…';
 *   img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`;
 * - dist/web/assets/* carry a hash in their name and may be cached for ever, index.html never;
 * - every path that is neither a file nor below /api answers with index.html; so does /api/docs.
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
  ],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    // Not the page /api/docs, and not our own api.ts.
    proxy: { '^/api/(?!docs)': { target: process.env.VITALFEW_API ?? 'http://127.0.0.1:4780', changeOrigin: false } },
  },
})
