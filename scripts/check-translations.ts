/** Fails when a catalog lacks a message of the code or a translation, or keeps one that the code no longer has. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const catalogs = join(root, 'src/web/locales')
const kept = mkdtempSync(join(tmpdir(), 'vitalfew-locales-'))
const poFiles = () => readdirSync(catalogs, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.po'))
const textOf = (folder: string, file: string) =>
  readFileSync(join(folder, file), 'utf8').replace(/^"POT-Creation-Date.*$/m, '')

cpSync(catalogs, kept, { recursive: true })
const { status, stderr } = spawnSync(
  process.execPath,
  [join(root, 'node_modules/@lingui/cli/dist/lingui.js'), 'extract', '--clean'],
  { cwd: root, encoding: 'utf8' },
)
const faults: string[] = status === 0 ? [] : [stderr]
for (const file of poFiles()) {
  const text = textOf(catalogs, file)
  if (text !== textOf(kept, file))
    faults.push(`${file} is not what the code says: run npm run translations and commit it.`)
  if (file.includes('zh-Hans')) {
    const missing = text
      .split('\n\n')
      .filter(
        entry => /^msgid "/m.test(entry) && !/^msgid ""\nmsgstr ""\n"/m.test(entry) && /msgstr ""$/.test(entry.trim()),
      )
    if (missing.length > 0)
      faults.push(`${file} lacks ${missing.length} translation(s):\n${missing.slice(0, 5).join('\n')}`)
  }
}
if (process.argv.includes('--check')) cpSync(kept, catalogs, { recursive: true, force: true })
rmSync(kept, { recursive: true })
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`)
  process.exitCode = 1
}
