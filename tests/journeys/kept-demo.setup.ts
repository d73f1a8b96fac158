import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dropDatabase } from '../support/database.ts'

/** Before the journeys: a folder in which the first of them keeps the loaded demo for the others. After them: gone. */
export function setup(): () => Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vitalfew-kept-demo-'))
  process.env.VITALFEW_KEPT_DEMO = folder
  return async () => {
    const note = join(folder, 'kept.json')
    if (existsSync(note)) await dropDatabase(JSON.parse(readFileSync(note, 'utf8')).database)
    rmSync(folder, { recursive: true, force: true })
  }
}
