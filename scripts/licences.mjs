// Lists the licences of every package in the lock, those of other systems included, and fails on one that we do not accept.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const checkout = fileURLToPath(new URL('..', import.meta.url))

const accepted = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'MPL-2.0'],
])

/** Single packages under another licence, each with the reason why it may be here. */
const exceptions = {
  '@fontsource-variable/inter': ['OFL-1.1', 'a font; may be shipped with software'],
  '@fontsource-variable/noto-sans-sc': ['OFL-1.1', 'a font; may be shipped with software'],
  '@expo-google-fonts/noto-sans-sc': ['MIT AND OFL-1.1', 'a font; may be shipped with software'],
  argparse: ['Python-2.0', 'the PSF licence, as free as BSD'],
  'caniuse-lite': ['CC-BY-4.0', 'data about browsers, used by the build alone'],
  'graceful-fs': ['BlueOak-1.0.0', 'as free as MIT'],
  isbot: ['Unlicense', 'public domain'],
  'png-js': ['none', 'MIT by its LICENSE file; package.json does not say so'],
  pako: ['(MIT AND Zlib)', 'zlib’s licence is as free as MIT'],
}

/** SPDX: one of the parts of an OR is enough, all parts of an AND are needed. */
function isAccepted(licence) {
  const bare = licence.replace(/^\((.*)\)$/, '$1')
  if (/ OR /.test(bare)) return bare.split(' OR ').some(part => isAccepted(part.trim()))
  if (/ AND /.test(bare)) return bare.split(' AND ').every(part => isAccepted(part.trim()))
  return accepted.has(bare)
}

function licenceOf(path, entry) {
  if (entry.license) return entry.license
  const file = join(checkout, path, 'package.json')
  if (!existsSync(file)) return 'none'
  const { license, licenses } = JSON.parse(readFileSync(file, 'utf8'))
  return (
    (typeof license === 'string' ? license : license?.type) ?? licenses?.map(one => one.type).join(' OR ') ?? 'none'
  )
}

const { packages } = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8'))
const counts = new Map()
const refused = []
for (const [path, entry] of Object.entries(packages)) {
  if (path === '' || entry.link) continue
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const licence = licenceOf(path, entry)
  counts.set(licence, (counts.get(licence) ?? 0) + 1)
  if (!isAccepted(licence) && exceptions[name]?.[0] !== licence) refused.push(`${name} ${entry.version}: ${licence}`)
}
for (const [licence, count] of [...counts].sort((a, b) => b[1] - a[1]))
  process.stdout.write(`${String(count).padStart(5)}  ${licence}\n`)
if (refused.length > 0) {
  process.stderr.write(`\nNot accepted:\n${refused.map(line => `  ${line}\n`).join('')}`)
  process.exitCode = 1
}
