/** Takes the pictures of the README from the demo company: npm run screenshots (needs DATABASE_URL and a built web app). */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { launchBrowser, signInAs, visit } from '../tests/support/browser.ts'
import { demoPeople, startDemoSystem } from '../tests/support/demo-system.ts'

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url))
mkdirSync(folder, { recursive: true })
const system = await startDemoSystem()
const browser = await launchBrowser()
try {
  const { page, close } = await visit(browser, { url: system.url })
  await signInAs(page, system.url, demoPeople.manager)
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.waitForTimeout(1_000)
  await page.screenshot({ path: `${folder}vital-few.png` })
  const best = await page.request.get(`${system.url}/api/vital-few/accounts?limit=1`)
  const { items } = (await best.json()) as { items: { id: number }[] }
  await page.goto(`/accounts/${items[0]!.id}`, { waitUntil: 'networkidle' })
  await page.waitForTimeout(1_000)
  await page.screenshot({ path: `${folder}account.png` })
  await close()
} finally {
  await browser.close()
  await system.close()
}
process.exit(0)
