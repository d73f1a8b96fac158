import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { Readable } from 'node:stream'
import type { StreamingApp } from './http.server.ts'

const contentTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/**
 * Serves the built pages: hashed assets for ever; below /portal the page of the accounts' people; everything else is
 * index.html. Pages carry the request's nonce.
 */
export function serveWebFiles(app: StreamingApp, folder: string): void {
  app.get('*', async c => {
    const path = pathOf(c.req.url)
    if (path === null) return c.text('Not found', 404)
    const type = contentTypes[extname(path)]
    const isPage = path.startsWith('/api/docs') || !type
    if (!isPage && !path.includes('..')) {
      const file = join(folder, path)
      const found = await stat(file).catch(() => null)
      if (found?.isFile()) return fileAnswer(file, found.size, type, path.startsWith('/assets/'))
      return c.text('Not found', 404)
    }
    const isPortal = path === '/portal' || path.startsWith('/portal/')
    const page = await readFile(join(folder, isPortal ? 'portal/index.html' : 'index.html'), 'utf8').catch(() => null)
    if (page === null) return c.text('The web app is not built: run npm run build:web.', 503)
    return c.html(page.replaceAll('__CSP_NONCE__', c.get('nonce')), 200, { 'cache-control': 'no-store' })
  })
}

/** Null where the address is not one: `/%`. */
function pathOf(url: string): string | null {
  try {
    return normalize(decodeURIComponent(new URL(url).pathname))
  } catch {
    return null
  }
}

function fileAnswer(file: string, size: number, type: string, forEver: boolean): Response {
  const headers = {
    'content-type': type,
    'content-length': String(size),
    'cache-control': forEver ? 'public, max-age=31536000, immutable' : 'no-cache',
  }
  return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, { headers })
}
