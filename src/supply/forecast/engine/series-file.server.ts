import { createReadStream } from 'node:fs'
import type { NamedSeries } from './forecast-many.server.ts'

/** What is wrong with a file of series, as a sentence. */
export class SeriesFileFault extends Error {}

const aNumber = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i

/** Cells of one line; a cell in quotation marks may hold commas, and quotation marks written twice. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  const cells: string[] = []
  for (const [, quoted, plain] of line.matchAll(/(?:^|,)(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))/g))
    cells.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'))
  return cells
}

async function* linesOf(path: string): AsyncGenerator<{ number: number; text: string }> {
  let rest = ''
  let number = 0
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const text of lines) yield { number: ++number, text: text.endsWith('\r') ? text.slice(0, -1) : text }
  }
  if (rest !== '') yield { number: number + 1, text: rest }
}

/**
 * Reads a CSV with the columns id, index and value, one series after another, in the order of the file; only one series
 * is held at a time. Rows of a series stand together, their index counts up by one. Throws a SeriesFileFault that names
 * the line.
 */
export async function* readSeriesFile(path: string): AsyncGenerator<NamedSeries> {
  const columns = { id: -1, index: -1, value: -1 }
  const seen = new Set<string>()
  let id: string | undefined
  let lastIndex = 0
  let values: number[] = []
  let width = 0
  for await (const { number, text } of linesOf(path)) {
    const fault = (sentence: string) => new SeriesFileFault(`Line ${number}: ${sentence}`)
    if (number === 1) {
      const header = cellsOf(text.replace(/^\uFEFF/, '')).map(cell => cell.trim().toLowerCase())
      for (const name of ['id', 'index', 'value'] as const) {
        columns[name] = header.indexOf(name)
        if (columns[name] < 0)
          throw fault(`there is no column “${name}”. The first line names the columns: id,index,value.`)
      }
      width = Math.max(columns.id, columns.index, columns.value) + 1
      continue
    }
    if (text.trim() === '') continue
    const cells = cellsOf(text)
    if (cells.length < width) throw fault(`${cells.length} cells where ${width} are needed.`)
    const next = cells[columns.id]!.trim()
    if (next === '') throw fault('the id is missing.')
    const indexText = cells[columns.index]!.trim()
    const index = Number(indexText)
    if (!/^-?\d{1,15}$/.test(indexText)) throw fault(`the index of “${next}” is a whole number, not “${indexText}”.`)
    const valueText = cells[columns.value]!.trim()
    const value = Number(valueText)
    if (valueText === '') throw fault(`the value of “${next}” at index ${index} is missing.`)
    if (!aNumber.test(valueText) || !Number.isFinite(value))
      throw fault(`the value of “${next}” at index ${index} is not a number: “${valueText}”.`)
    if (next !== id) {
      if (id !== undefined) yield { id, values }
      if (seen.has(next)) throw fault(`“${next}” began further up: all rows of a series stand together.`)
      seen.add(next)
      id = next
      values = []
    } else if (index === lastIndex) throw fault(`index ${index} of “${id}” is there twice.`)
    else if (index < lastIndex) throw fault(`index ${index} of “${id}” comes after ${lastIndex}: rows are in order.`)
    else if (index > lastIndex + 1) throw fault(`“${id}” jumps from index ${lastIndex} to ${index}: a gap.`)
    values.push(value)
    lastIndex = index
  }
  if (id === undefined) throw new SeriesFileFault('The file holds no series: id,index,value and a row for each value.')
  yield { id, values }
}
