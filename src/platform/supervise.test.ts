import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isAlive, waitUntilGone } from './living-process.server.ts'
import { keepRunning, watchProcess } from './supervise.server.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vitalfew-supervise-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function program(text: string): URL {
  const file = join(folder, 'program.mjs')
  writeFileSync(file, text)
  return pathToFileURL(file)
}

const noted = () => Number(readFileSync(join(folder, 'pid'), 'utf8'))
const noting = `
  import { writeFileSync } from 'node:fs'
  writeFileSync(process.env.NOTE, String(process.pid))
  process.send('ready')
  process.on('disconnect', () => process.exit())`

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await sleep(20)
}

test('a killed worker is started again, and a stopped one is not', async () => {
  const lines: string[] = []
  const worker = keepRunning(program(noting), { NOTE: join(folder, 'pid') }, line => lines.push(line))
  await worker.ready
  const first = noted()
  process.kill(first, 'SIGKILL')
  await until(() => noted() !== first)
  const second = noted()
  expect(lines).toContain('worker ended (SIGKILL), starting it again')
  await worker.stop()
  expect(isAlive(second)).toBe(false)
  await sleep(700)
  expect(noted()).toBe(second)
})

test('what the worker writes comes to the log line by line', async () => {
  const lines: string[] = []
  const worker = keepRunning(
    program(
      `process.stderr.write('one\\ntwo\\n', () => process.send('ready'))\nprocess.on('disconnect', () => process.exit())`,
    ),
    {},
    line => lines.push(line),
  )
  await worker.ready
  await until(() => lines.length >= 2)
  await worker.stop()
  expect(lines).toEqual(['one', 'two'])
})

test('a watched process that dies is revived once, and no more after the watch has ended', async () => {
  const victim = keepRunning(program(noting), { NOTE: join(folder, 'pid') }, () => undefined)
  await victim.ready
  let revived = 0
  const { promise, resolve } = Promise.withResolvers<void>()
  const end = watchProcess(
    noted(),
    async () => {
      revived++
      resolve()
      return process.pid
    },
    () => undefined,
  )
  const pid = noted()
  await victim.stop()
  await waitUntilGone(pid, 5_000)
  await promise
  await sleep(1_200)
  end()
  expect(revived).toBe(1)
})
