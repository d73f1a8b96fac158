import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { forecastSeries } from './engine/forecast-series.ts'
import { forecastCommand } from './forecast.command.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'forecast-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function run(args: string[]) {
  const [out, errors]: [string[], string[]] = [[], []]
  const code = await forecastCommand.run(args, {
    dataDirectory: folder,
    language: 'en',
    isTerminal: false,
    out: text => out.push(text),
    error: text => errors.push(text),
    openDatabase: () => Promise.reject(new Error('a file of series needs no database')),
  })
  return { code, out, errors }
}

async function fileOf(text: string) {
  const path = join(folder, 'series.csv')
  await writeFile(path, text)
  return path
}

const lamp = Array.from({ length: 30 }, (_, t) => 40 + (t % 12) * 3 + ((t * 7) % 5))
const rows = lamp.map((value, t) => `lamp,${t + 1},${value}`).join('\n')

describe('a file of series', () => {
  test('is forecast with one object a series', async () => {
    const path = await fileOf(`id,index,value\n${rows}\nspare,1,0\nspare,2,3\n`)
    const { code, out, errors } = await run(['--series', path, '--period', '12', '--horizon', '3', '--json'])
    expect([code, errors]).toEqual([0, []])
    const [first, second] = out.map(line => JSON.parse(line))
    const { method, mean, p10, p50, p90 } = forecastSeries(lamp, { period: 12, horizon: 3 })
    expect(first).toEqual({
      id: 'lamp',
      method,
      points: [0, 1, 2].map(step => ({ mean: mean[step], p10: p10[step], p50: p50[step], p90: p90[step] })),
    })
    expect([second.id, second.points.length]).toEqual(['spare', 3])
    expect(out).toHaveLength(2)
  })

  test('is a table for people, a line a point under one header', async () => {
    const path = await fileOf(`id,index,value\n${rows}\n`)
    const { out } = await run(['--series', path, '--period', '12', '--horizon', '2'])
    const lines = out.join('\n').split('\n')
    expect(lines[0]).toMatch(/^id +method +step +mean +p10 +p50 +p90$/)
    expect(lines[1]).toMatch(/^lamp +\S.* +1 /)
    expect(lines).toHaveLength(3)
  })

  test('that is not there, is a folder or holds a bad row ends with one sentence', async () => {
    const nowhere = join(folder, 'none.csv')
    expect(await run(['--series', nowhere, '--period', '12', '--horizon', '2', '--json'])).toEqual({
      code: 1,
      out: [],
      errors: [`There is no file ${nowhere}.`],
    })
    expect((await run(['--series', folder, '--period', '1', '--horizon', '2', '--json'])).errors).toEqual([
      `${folder} is a folder, not a file.`,
    ])
    const path = await fileOf('id,index,value\na,1,2\na,2,many\n')
    expect(await run(['--series', path, '--period', '1', '--horizon', '2', '--json'])).toEqual({
      code: 1,
      out: [],
      errors: ['Line 3: the value of “a” at index 2 is not a number: “many”.'],
    })
  })

  test.each([
    [['--series', 'x.csv', '--horizon', '2'], '--period'],
    [['--series', 'x.csv', '--period', '0', '--horizon', '2'], '--period'],
    [['--series', 'x.csv', '--period', '12'], '--horizon'],
    [['--series', 'x.csv', '--period', '12', '--horizon', '1.5'], '--horizon'],
    [['--series', 'x.csv', '--period', '12', '--horizon', '2', 'more'], 'more'],
  ])('asked for as %j is refused with what is missing', async (args, said) => {
    const { code, errors } = await run(args)
    expect(code).toBe(1)
    expect(errors.join()).toContain(said)
  })
})
