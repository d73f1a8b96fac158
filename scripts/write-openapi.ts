/** Writes docs/openapi.json from the contracts, or with --check compares it and fails. */
import { readFile, writeFile } from 'node:fs/promises'
import { openApiDocument } from '../src/platform/openapi.server.ts'
import { router } from '../src/router.ts'

const file = new URL('../docs/openapi.json', import.meta.url)
const text = `${JSON.stringify(await openApiDocument(router), null, 2)}\n`
if (!process.argv.includes('--check')) {
  await writeFile(file, text)
} else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
  process.stderr.write('docs/openapi.json is not what the contracts say: run npm run openapi and commit it.\n')
  process.exitCode = 1
}
