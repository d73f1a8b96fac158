import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { discovered } from './discovered.server.ts'

type Greeting = { names: string[] }
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vitalfew-discovered-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const put = async (path: string, text: string) => {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}
const greetings = () => discovered<Greeting>('.greeting.server.ts', part => part.names, folder)

test('files of that name are found at any depth, in the order of their paths, and no others', async () => {
  await put('know/map/gaps.greeting.server.ts', 'export default { names: ["gap"] }')
  await put('engage/visits.greeting.server.ts', 'export default { names: ["visit"] }')
  await put('engage/visits.server.ts', 'export default { names: ["visit"] }')
  expect(await greetings()).toEqual([
    { path: 'engage/visits.greeting.server.ts', part: { names: ['visit'] } },
    { path: 'know/map/gaps.greeting.server.ts', part: { names: ['gap'] } },
  ])
})

test('a folder without such files offers nothing', async () => {
  expect(await greetings()).toEqual([])
})

test('two files that offer the same are refused, naming both', async () => {
  await put('a/x.greeting.server.ts', 'export default { names: ["same"] }')
  await put('b/y.greeting.server.ts', 'export default { names: ["other", "same"] }')
  await expect(greetings()).rejects.toThrow(
    '“same” is offered by a/x.greeting.server.ts and by b/y.greeting.server.ts.',
  )
})

test('a file without a default export is refused, and found once it has one', async () => {
  await put('a/x.greeting.server.ts', 'export const greeting = { names: ["x"] }')
  await expect(greetings()).rejects.toThrow('a/x.greeting.server.ts has no default export.')
  await rm(join(folder, 'a/x.greeting.server.ts'))
  await put('a/z.greeting.server.ts', 'export default { names: ["x"] }')
  expect(await greetings()).toHaveLength(1)
})

test('the tree is read once', async () => {
  const first = await greetings()
  await put('late.greeting.server.ts', 'export default { names: [] }')
  expect(await greetings()).toBe(first)
})
