import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { refusals } from '../src/refusals.ts'

test('every refusal that the code throws has its sentence in both languages', async () => {
  const files = (await readdir('src', { recursive: true })).filter(
    file => /\.tsx?$/.test(file) && !file.includes('.test.'),
  )
  const thrown = new Set<string>()
  for (const file of files) {
    for (const match of (await readFile(`src/${file}`, 'utf8')).matchAll(/new Refusal\(\s*'([a-z_]+)'/g))
      thrown.add(match[1]!)
  }
  expect(thrown.size).toBeGreaterThan(10)
  const missing = [...thrown].filter(code => !refusals[code]?.en || !refusals[code]?.['zh-Hans'])
  expect(missing).toEqual([])
})
