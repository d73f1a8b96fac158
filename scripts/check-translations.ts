/** Fails when a catalog lacks a message of the code or keeps one that the code no longer has. Leaves the catalogs as they were. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const catalogs = join(root, 'src/web/locales')
const kept = mkdtempSync(join(tmpdir(), 'vitalfew-locales-'))

/** The messages alone: comments name files and lines, which move with every edit. */
const messagesOf = (folder: string, file: string) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter(line => !line.startsWith('#') && !line.startsWith('"POT-Creation-Date'))
    .join('\n')

cpSync(catalogs, kept, { recursive: true })
try {
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/@lingui/cli/dist/lingui.js'), 'extract', '--clean'],
    { cwd: root, encoding: 'utf8' },
  )
  const files = readdirSync(catalogs, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.po'))
  const stale = files.filter(file => messagesOf(catalogs, file) !== messagesOf(kept, file))
  const faults = stale.map(file => `${file} is not what the code says: run npm run translations, translate, commit.`)
  if (status !== 0) faults.push(stderr)
  if (faults.length > 0) {
    process.stderr.write(`${faults.join('\n')}\n`)
    process.exitCode = 1
  }
} finally {
  cpSync(kept, catalogs, { recursive: true, force: true })
  rmSync(kept, { recursive: true })
}
