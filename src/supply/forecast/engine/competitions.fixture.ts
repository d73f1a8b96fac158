import { existsSync, readFileSync } from 'node:fs'

/** One series of the M3 competition with what came after it. */
export interface CompetitionSeries {
  type: string
  period: number
  horizon: number
  values: Float64Array
  heldOut: Float64Array
}

const file = new URL('../../../../../shared/data/m3/M3.csv', import.meta.url)

/** All 3,003 series of the M3 (Makridakis & Hibon 2000), from ../shared/data; null where that is absent. */
export function readM3(): CompetitionSeries[] | null {
  if (!existsSync(file)) return null
  const numbers = (text: string) => Float64Array.from(text.replaceAll('"', '').trim().split(/\s+/), Number)
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => {
      const cells = line.match(/"[^"]*"|[^,]+/g)!
      const type = cells[2]!
      const period = type === 'MONTHLY' ? 12 : type === 'QUARTERLY' ? 4 : 1
      return { type, period, horizon: Number(cells[4]), values: numbers(cells[7]!), heldOut: numbers(cells[8]!) }
    })
}

const partsFile = new URL('../../../../../shared/data/carparts/carparts_monthly_1998-01_2002-03.csv', import.meta.url)

/** The 2,509 complete series of carparts (Hyndman et al. 2008), the last six months held out; null where absent. */
export function readParts(): CompetitionSeries[] | null {
  if (!existsSync(partsFile)) return null
  const rows = readFileSync(partsFile, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map(line => line.split(','))
  const horizon = 6
  return rows[0]!
    .map((_, column) => rows.map(row => row[column]!))
    .filter(column => column.every(cell => cell !== '' && Number.isFinite(Number(cell))))
    .map(column => ({
      type: 'PARTS',
      period: 12,
      horizon,
      values: Float64Array.from(column.slice(0, -horizon), Number),
      heldOut: Float64Array.from(column.slice(-horizon), Number),
    }))
}
