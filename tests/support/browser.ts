import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** Chromium of the machine where there is one (CHROMIUM names another), else the one that npm brought. */
async function executable(): Promise<string> {
  const own =
    process.env.CHROMIUM ??
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
  if (own) return own
  // It unpacks into the temporary folder and takes any "chromium" it finds there: give it a folder of its own.
  const folder = join(tmpdir(), `vitalfew-chromium-${process.getuid?.() ?? 0}`)
  mkdirSync(folder, { recursive: true })
  process.env.TMPDIR = folder
  // On a machine without libnss3 its own libraries are unpacked only for this runtime.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: packed } = await import('@sparticuz/chromium')
  const path = await packed.executablePath()
  // Its font settings name /tmp/fonts; without any font Chromium ends at the first letter that needs a fallback.
  const settings = join(folder, 'vitalfew-fonts.conf')
  writeFileSync(
    settings,
    `<fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
  )
  process.env.FONTCONFIG_FILE = settings
  return path
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executable(),
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

export type Visit = {
  page: Page
  context: BrowserContext
  /** Fails on what the page reported since the last time. */
  checkFaults: () => void
  close: () => Promise<void>
}

export type VisitOptions = {
  url: string
  language?: 'en' | 'zh-Hans'
  theme?: 'light' | 'dark'
  width?: 1440 | 390
  /** Where every page is to come from the server itself, although it was open before. */
  withoutServiceWorker?: boolean
}

/** A page of its own; `close` fails on console errors, failed requests of ours and requests to any foreign host. */
export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const width = options.width ?? 1440
  const context = await browser.newContext({
    baseURL: options.url,
    locale: options.language === 'zh-Hans' ? 'zh-CN' : 'en-GB',
    colorScheme: options.theme ?? 'light',
    viewport: { width, height: width === 390 ? 844 : 900 },
    reducedMotion: 'reduce',
    hasTouch: width === 390,
    acceptDownloads: true,
    serviceWorkers: options.withoutServiceWorker ? 'block' : 'allow',
  })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('console', message => {
    // A refused operation is an answer; the browser reports its status on the console all the same.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) faults.push(message.text())
  })
  page.on('pageerror', error => faults.push(String(error)))
  page.on('request', request => {
    const { host, protocol } = new URL(request.url())
    if (protocol.startsWith('http') && host !== new URL(options.url).host)
      faults.push(`foreign request: ${request.url()}`)
  })
  const checkFaults = () => {
    const reported = faults.splice(0)
    if (reported.length > 0) throw new Error(`The page reported:\n${reported.join('\n')}`)
  }
  return {
    page,
    context,
    checkFaults,
    close: async () => {
      await context.close()
      checkFaults()
    },
  }
}

/** The faults of WCAG 2 A and AA that axe calls serious or critical, one line each. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  return violations
    .filter(violation => violation.impact === 'serious' || violation.impact === 'critical')
    .map(
      violation =>
        `${violation.id}: ${violation.help} (${violation.nodes.map(node => node.target.join(' ')).join(', ')})`,
    )
}

/** Signs in as one of the demo's people, as its one click does. */
export async function signInAs(page: Page, url: string, personId: string): Promise<void> {
  const answer = await page.request.post(`${url}/api/auth/sign-in/demo`, {
    data: { personId },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(`sign-in answered ${answer.status()}`)
}
