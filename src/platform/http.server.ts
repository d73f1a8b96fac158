import { randomBytes, randomUUID } from 'node:crypto'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { ORPCError, type Router, ValidationError } from '@orpc/server'
import { Hono, type Context as HonoContext } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { clientAddressHeader } from './auth.server.ts'
import { answerOnce } from './idempotency.server.ts'
import { actorOfKey } from './keys.use.ts'
import { type Language, languageOf } from './language.ts'
import type { RequestContext } from './operation.server.ts'
import { type Problem, problem, problemResponse } from './problem-details.server.ts'
import { Refusal, type RefusalValues } from './refusal.ts'
import { isPortalRole, isRole } from './roles.ts'
import { answerSignIn } from './sign-in-doors.server.ts'

export type HttpOptions = Pick<
  RequestContext,
  'db' | 'pool' | 'auth' | 'portalDatabase' | 'clock' | 'baseUrl' | 'dataDirectory'
> & {
  // biome-ignore lint/suspicious/noExplicitAny: every room's routes, each typed by its own contract
  router: Router<any, RequestContext>
  /** Routes that stream (uploads, downloads): they get the same context and refuse the same way. */
  streams: ((app: StreamingApp) => void)[]
  openApiDocument: () => Promise<unknown>
  sentence: (code: string, values: RefusalValues, language: Language) => string
  log: (message: string, details?: object) => void
  /** Whether the address is https (behind a proxy): then browsers are told to stay there. */
  secure: boolean
  /** Whether a proxy of ours stands before us, so that its X-Forwarded-For is to be believed. */
  behindProxy: boolean
}

export type StreamingApp = Hono<{ Variables: { context: RequestContext; nonce: string } }>

/** The largest JSON body of an operation; a push of 20,000 lines stays below. */
const largestBody = 16 * 1024 * 1024

/** The whole of /api: sign-in, operations, streams, problem details, security headers. Pages are served by web-files. */
export function createApi(options: HttpOptions): StreamingApp {
  const app: StreamingApp = new Hono()
  const handler = new OpenAPIHandler(options.router, {
    customErrorResponseBodyEncoder: error => error.data,
    clientInterceptors: [interceptor => asProblem(options, interceptor)],
  })

  app.use('*', securityHeaders(options.secure))
  app.use('*', compress())
  app.onError((error, c) => problemResponse(problemOf(options, error, languageOf(c.req.header('accept-language')))))
  app.all('/api/auth/*', c => {
    const request = new Request(c.req.raw)
    request.headers.set(clientAddressHeader, clientAddress(c, options.behindProxy))
    const language = languageOf(c.req.header('accept-language'))
    return answerSignIn(options.auth, request, { language, sentence: options.sentence })
  })
  app.get('/api/openapi.json', async c => c.json((await options.openApiDocument()) as object))
  app.use('/api/*', async (c, next) => {
    const context = await contextOf(options, c.req.raw)
    refuseForeignOrigin(c.req.raw, context)
    c.set('context', context)
    await next()
  })
  for (const stream of options.streams) stream(app)
  app.use('/api/*', etag({ weak: true }))
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw new Refusal('request_too_large', { limit: '16 MB' })
      },
    }),
  )
  // The reference is a page of the web app that happens to stand below /api.
  app.use('/api/*', (c, next) => (c.req.path === '/api/docs' ? next() : answerOperation(options, handler, c)))
  return app
}

async function answerOperation(
  options: HttpOptions,
  handler: OpenAPIHandler<RequestContext>,
  c: HonoContext<{ Variables: { context: RequestContext; nonce: string } }>,
): Promise<Response> {
  const context = c.get('context')
  const answer = async (request: Request): Promise<Response> => {
    const { matched, response } = await handler.handle(request, { prefix: '/api', context })
    if (!matched) throw new Refusal('not_found')
    for (const [name, value] of context.responseHeaders) response.headers.append(name, value)
    if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache')
    if (response.status >= 400) response.headers.set('content-type', 'application/problem+json')
    return response
  }
  // A HEAD is a GET whose body is left out; Hono leaves it out.
  if (c.req.method === 'HEAD') return answer(new Request(c.req.url, { headers: c.req.raw.headers }))
  const key = c.req.header('idempotency-key')
  if (!key || c.req.method === 'GET') return answer(c.req.raw)
  const body = await c.req.text()
  return answerOnce(
    options.db,
    {
      actor: (context.actor ?? context.portalSignIn?.actor)?.id ?? 'nobody',
      key,
      operation: `${c.req.method} ${new URL(c.req.url).pathname}`,
      body,
    },
    () => answer(new Request(c.req.url, { method: c.req.method, headers: c.req.raw.headers, body: body || undefined })),
  )
}

function clientAddress(c: HonoContext, behindProxy: boolean): string {
  const forwarded = behindProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  // Absent in tests, which call without a socket.
  const socket = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
  return forwarded ?? socket?.remoteAddress ?? '127.0.0.1'
}

/** Session cookie or API key; nobody where neither is valid. */
async function contextOf(options: HttpOptions, request: Request): Promise<RequestContext> {
  const context: RequestContext = {
    db: options.db,
    pool: options.pool,
    auth: options.auth,
    portalDatabase: options.portalDatabase,
    clock: options.clock,
    baseUrl: options.baseUrl,
    dataDirectory: options.dataDirectory,
    language: languageOf(request.headers.get('x-language') ?? request.headers.get('accept-language')),
    actor: null,
    portalSignIn: null,
    scope: 'write',
    requestHeaders: request.headers,
    responseHeaders: new Headers(),
  }
  const bearer = request.headers.get('authorization')?.match(/^Bearer (\S+)$/i)?.[1] ?? request.headers.get('x-api-key')
  if (bearer) {
    const found = await actorOfKey(options.db, options.auth, bearer)
    return found ? { ...context, ...found } : context
  }
  if (!request.headers.get('cookie')) return context
  const session = await options.auth.auth.api.getSession({ headers: request.headers })
  const user = session?.user
  if (!user || user.disabled) return context
  if (isPortalRole(user.role)) {
    const actor = { id: user.id, name: user.name, role: user.role, via: 'portal' as const }
    return { ...context, portalSignIn: { actor, token: session.session.token } }
  }
  if (!isRole(user.role)) return context
  return { ...context, actor: { id: user.id, name: user.name, role: user.role, via: 'web' } }
}

/** What a page of any site may POST without the browser asking us first. */
const formTypes = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/i

/** A page of another site cannot write with our cookie: the browser says where a request comes from. */
function refuseForeignOrigin(request: Request, context: RequestContext): void {
  if (request.method === 'GET' || request.method === 'HEAD' || context.actor?.via === 'key') return
  // Mail programs post a form here (RFC 8058); it goes by the link's own signature, not by our cookie.
  if (new URL(request.url).pathname === '/api/mail/unsubscribe') return
  const origin = request.headers.get('origin')
  const here = [request.headers.get('host'), new URL(context.baseUrl).host]
  if (origin && (!URL.canParse(origin) || !here.includes(new URL(origin).host)))
    throw new Refusal('origin_not_allowed', { origin })
  const site = request.headers.get('sec-fetch-site')
  if (site === 'cross-site' || site === 'same-site') throw new Refusal('origin_not_allowed', { origin: origin ?? site })
  const type = request.headers.get('content-type') ?? ''
  if (request.method === 'POST' && formTypes.test(type)) throw new Refusal('form_not_allowed')
}

type Interceptor = { context: RequestContext; next: () => Promise<unknown> }

async function asProblem(options: HttpOptions, interceptor: unknown): Promise<never> {
  const { context, next } = interceptor as Interceptor
  try {
    return (await next()) as never
  } catch (error) {
    const body = problemOf(options, error, context.language)
    throw new ORPCError(body.code, { status: body.status, data: body, defined: true })
  }
}

type Said = { code?: string; detail?: string } | null

/** What PostgreSQL says of values that it cannot keep: whoever sent them learns it, and it is no failure of ours. */
const unstorable: readonly { is: (error: NonNullable<Said>) => boolean; detail: Record<Language, string> }[] = [
  {
    is: ({ code }) => code === '22021' || code === '22P05',
    detail: { en: 'a text holds the character U+0000', 'zh-Hans': '文本含有字符 U+0000' },
  },
  {
    is: ({ code, detail }) => code === '22P02' && /surrogate/.test(detail ?? ''),
    detail: {
      en: 'a text holds half a character (a lone surrogate)',
      'zh-Hans': '文本含有不完整的字符（孤立的代理码元）',
    },
  },
  {
    is: ({ code }) => code === '22007' || code === '22008' || code === '22009',
    detail: { en: 'a day or a time that no calendar has', 'zh-Hans': '日期或时间不存在' },
  },
]

function problemOf(options: HttpOptions, error: unknown, language: Language): Problem {
  if (error instanceof Refusal) {
    return problem(error.code, options.sentence(error.code, error.values, language), { values: error.values })
  }
  if (error instanceof ORPCError && error.cause instanceof ValidationError && error.code === 'BAD_REQUEST') {
    const issues = error.cause.issues.map(issue => ({
      path: (issue.path ?? []).map(part => String(typeof part === 'object' ? part.key : part)).join('.'),
      message: issue.message,
    }))
    const detail = issues.map(issue => `${issue.path || 'input'}: ${issue.message}`).join('; ')
    return problem('input_invalid', options.sentence('input_invalid', { detail }, language), { status: 400, issues })
  }
  if (error instanceof ORPCError && error.status < 500) {
    return problem('input_invalid', options.sentence('input_invalid', { detail: error.message }, language), {
      status: error.status,
    })
  }
  const kept = error ? unstorable.find(each => each.is(error as NonNullable<Said>)) : undefined
  if (kept) {
    const detail = kept.detail[language]
    return problem('input_invalid', options.sentence('input_invalid', { detail }, language), { status: 400 })
  }
  const incident = randomUUID().slice(0, 8)
  options.log('request failed', {
    incident,
    error: error instanceof Error ? error.stack : String(error),
    cause: (error as Error)?.cause,
  })
  return problem('failed', options.sentence('failed', { incident }, language), { values: { incident } })
}

function securityHeaders(secure: boolean) {
  return async (
    c: HonoContext<{ Variables: { context: RequestContext; nonce: string } }>,
    next: () => Promise<void>,
  ) => {
    const nonce = randomBytes(16).toString('base64')
    c.set('nonce', nonce)
    await next()
    const { headers } = c.res
    // A route that hands out something else than our pages says what that may do.
    const own = (name: string, usual: string) => headers.has(name) || headers.set(name, usual)
    own(
      'content-security-policy',
      `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'`,
    )
    headers.set('x-content-type-options', 'nosniff')
    own('x-frame-options', 'DENY')
    headers.set('referrer-policy', 'same-origin')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    if (secure) headers.set('strict-transport-security', 'max-age=31536000')
  }
}
