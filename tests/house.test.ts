import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { beforeAll, expect, test } from 'vitest'

/** Files of src/ with their text; tests and made files left out. */
let files: { path: string; room: string; text: string }[] = []

beforeAll(async () => {
  const paths = (await readdir('src', { recursive: true })).filter(
    path =>
      /\.tsx?$/.test(path) &&
      path.includes('/') &&
      !/\.(test|fixture)\.tsx?$|\.gen\.ts$|database-types\.ts$/.test(path),
  )
  files = await Promise.all(
    paths.map(async path => ({ path, room: path.split('/')[0]!, text: await readFile(`src/${path}`, 'utf8') })),
  )
})

/** Schemas and the room that owns each; `auth` and `platform` are the platform's. */
const ownerOfSchema: Record<string, string> = {
  accounts: 'accounts',
  products: 'products',
  ledger: 'ledger',
  bookkeeping: 'ledger',
  imports: 'imports',
  identify: 'identify',
  know: 'know',
  engage: 'engage',
  supply: 'supply',
  portal: 'portal',
  today: 'today',
  platform: 'platform',
  auth: 'platform',
}

test('rooms import each other without a cycle', () => {
  const arrows = new Map<string, Set<string>>()
  for (const { path, room, text } of files) {
    // The routes of the web app and the entry of the portal are wiring: they name the rooms' pages.
    if (/^web\/(routes|gallery|portal)\//.test(path)) continue
    for (const match of text.matchAll(/from '(\.[^']+)'/g)) {
      const target = normalize(join(dirname(path), match[1]!)).split('/')[0]!
      if (target !== room && target !== '..' && !target.includes('.')) {
        arrows.set(room, (arrows.get(room) ?? new Set()).add(target))
      }
    }
  }
  const cycles: string[] = []
  const walk = (room: string, trail: string[]) => {
    if (trail.includes(room)) {
      cycles.push([...trail.slice(trail.indexOf(room)), room].join(' → '))
      return
    }
    for (const next of arrows.get(room) ?? []) walk(next, [...trail, room])
  }
  for (const room of arrows.keys()) walk(room, [])
  expect([...new Set(cycles)]).toEqual([])
})

test('a room reads and writes its own tables alone; reports may read all', () => {
  const trespasses: string[] = []
  const schemas = Object.keys(ownerOfSchema).join('|')
  for (const { path, room, text } of files) {
    if (room === 'report' || !/\.(store|server|use|job|routes|command)\.ts$/.test(path)) continue
    for (const match of text.matchAll(
      new RegExp(`\\b(?:from|join|into|update|table|using)\\s+(?:only\\s+)?(${schemas})\\.\\w+`, 'gi'),
    )) {
      if (ownerOfSchema[match[1]!.toLowerCase()] !== room) trespasses.push(`${path}: ${match[0]}`)
    }
  }
  expect(trespasses).toEqual([])
})

test('only files that run on the server hold SQL', () => {
  const strays = files.filter(
    ({ path, text }) =>
      /from 'kysely'|from 'pg'/.test(text) && !/\.(store|server|use|job|routes|command)\.ts$/.test(path),
  )
  expect(strays.map(({ path }) => path)).toEqual([])
})
