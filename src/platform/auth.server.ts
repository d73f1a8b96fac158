import { apiKey } from '@better-auth/api-key'
import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth, twoFactor } from 'better-auth/plugins'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { demoSignIn } from './demo-sign-in.server.ts'
import { type PortalDoors, portalDoors } from './portal-doors.server.ts'

/** Single sign-on by OpenID Connect; absent where the company has none. */
export type SingleSignOn = { issuer: string; clientId: string; clientSecret: string; label: string }

/** Carries the caller's address from the listener to the limits on sign-in. */
export const clientAddressHeader = 'x-vitalfew-client'

export type AuthOptions = {
  databaseUrl: string
  /** Signs cookies; kept in the data directory. */
  secret: string
  /** The public address, for links and cookies, such as https://kam.example.com. */
  baseUrl: string
  singleSignOn?: SingleSignOn
  isDemo: () => Promise<boolean>
  /** How people of accounts come in; absent where nobody signs in (commands). */
  portalDoors?: PortalDoors
}

/**
 * Sign-in by password (with TOTP) or OpenID Connect, sessions and hashed API keys, all by better-auth in schema `auth`.
 * Nobody signs up alone: people are made by people.server.ts.
 */
export function createAuth(options: AuthOptions) {
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 4, options: '-c search_path=auth' })
  pool.on('error', () => undefined)
  const database = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
  const sso = options.singleSignOn
  const auth = betterAuth({
    appName: 'Vitalfew',
    secret: options.secret,
    baseURL: options.baseUrl,
    basePath: '/api/auth',
    database: { db: database, type: 'postgres' },
    telemetry: { enabled: false },
    // Wrong passwords and keys are answers, not events of our log.
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, defaultValue: 'reader', input: false },
        language: { type: 'string', required: false },
        title: { type: 'string', required: false },
        disabled: { type: 'boolean', required: true, defaultValue: false, input: false },
        service: { type: 'boolean', required: true, defaultValue: false, input: false },
      },
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24 },
    databaseHooks: {
      session: {
        create: {
          // Whichever way somebody signs in: who was disabled, or is a key's service user, gets no session.
          before: async (session, context) => {
            const user = await context?.context.internalAdapter.findUserById(session.userId)
            const known = user as { disabled?: boolean; service?: boolean } | null | undefined
            if (known?.disabled || known?.service)
              throw new APIError('FORBIDDEN', { code: 'PERSON_DISABLED', message: 'This person may not sign in.' })
          },
        },
      },
    },
    // Ten tries a minute and address: a person mistypes, a program guesses.
    rateLimit: {
      enabled: true,
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 10 },
        '/sign-in/demo': { window: 60, max: 120 },
        // A whole office comes from one address; guessing is up to the company's provider.
        '/sign-in/social': { window: 60, max: 120 },
        '/callback/*': { window: 60, max: 120 },
        '/two-factor/*': { window: 60, max: 10 },
        // Asking costs a mail. What opens cannot be guessed; a whole office may come in at once.
        '/portal/link': { window: 60, max: 5 },
        '/portal/open': { window: 60, max: 60 },
        '/portal/accept': { window: 60, max: 60 },
      },
    },
    // The browser's Origin must be the host it talks to (or the public address): no foreign page can write.
    trustedOrigins: async request => {
      const host = request?.headers.get('host')
      return host ? [`http://${host}`, `https://${host}`] : []
    },
    advanced: {
      cookiePrefix: 'vitalfew',
      // Set by http.server.ts from the connection: a caller cannot choose the address it is counted under.
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      useSecureCookies: options.baseUrl.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [
      twoFactor({ issuer: 'Vitalfew' }),
      demoSignIn(options.isDemo),
      ...(options.portalDoors ? [portalDoors(options.portalDoors)] : []),
      // The plugin's own limit is ten requests a day: an ERP pushes more.
      apiKey({ defaultPrefix: 'vf_', enableMetadata: true, rateLimit: { enabled: false } }),
      ...(sso
        ? [
            genericOAuth({
              config: [
                {
                  providerId: 'company',
                  discoveryUrl: `${sso.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
                  clientId: sso.clientId,
                  clientSecret: sso.clientSecret,
                  scopes: ['openid', 'email', 'profile'],
                  pkce: true,
                  // Only people whom an administrator has invited.
                  disableSignUp: true,
                  // The company's own provider vouches for its addresses, unless it says that one is not verified.
                  mapProfileToUser: profile => ({
                    emailVerified: !['false', false].includes(profile.email_verified as string | boolean),
                  }),
                },
              ],
            }),
          ]
        : []),
    ],
  })
  return { auth, singleSignOnLabel: sso?.label ?? null, close: () => pool.end() }
}

export type Auth = ReturnType<typeof createAuth>
