import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Refusal } from './refusal.ts'

const checkout = fileURLToPath(new URL('../..', import.meta.url))
const built = join(checkout, 'dist', 'web')
const mark = '.built-from'

/** Server files and tests are no input of the browser's build; what the build itself writes is none either. */
const noInput = /\.(test|server|store|use|routes|job|command)\.tsx?$|\.gen\.ts$/

/** Builds dist/web unless it was built from the sources as they are; true when it did. */
export async function buildWeb(beforeBuild: () => void = () => undefined): Promise<boolean> {
  const hash = await hashOfSources()
  if (builtFrom() === hash) return false
  beforeBuild()
  // Built beside and then renamed: a running system never serves half a build.
  const fresh = join(checkout, 'dist', `web.${process.pid}.new`)
  const old = join(checkout, 'dist', `web.${process.pid}.old`)
  try {
    await promisify(execFile)(
      process.execPath,
      [
        join(checkout, 'node_modules/vite/bin/vite.js'),
        'build',
        '--outDir',
        fresh,
        '--emptyOutDir',
        '--logLevel',
        'error',
      ],
      { cwd: checkout, env: { ...process.env, NODE_ENV: 'production' }, maxBuffer: 64e6 },
    )
    writeFileSync(join(fresh, mark), hash)
    if (existsSync(built)) renameSync(built, old)
    renameSync(fresh, built)
    return true
  } catch (error) {
    // Another start may have put its own build of the same sources there meanwhile.
    if (builtFrom() === hash) return true
    const { stderr, message } = error as { stderr?: string; message: string }
    const said = (stderr || message).split('\n').find(line => /error|denied|ENO|EACC/i.test(line)) ?? message
    throw new Refusal('web_not_built', { reason: said.trim().replace(/\.$/, '') })
  } finally {
    for (const directory of [fresh, old]) rmSync(directory, { recursive: true, force: true })
  }
}

function builtFrom(): string | null {
  const file = join(built, mark)
  return existsSync(file) && existsSync(join(built, 'index.html')) ? readFileSync(file, 'utf8') : null
}

async function hashOfSources(): Promise<string> {
  const names = await readdir(join(checkout, 'src'), { recursive: true, withFileTypes: true })
  const files = names
    .filter(entry => entry.isFile() && !noInput.test(entry.name))
    .map(entry => join(entry.parentPath, entry.name))
    .concat(
      ['vite.config.ts', 'scripts/build-service-worker.ts', 'lingui.config.ts', 'package-lock.json'].map(name =>
        join(checkout, name),
      ),
    )
    .filter(file => existsSync(file))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) hash.update(`${file.slice(checkout.length)}\0`).update(await readFile(file))
  return hash.digest('hex')
}
