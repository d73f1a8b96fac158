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

/** Longer than any row: the file is something else. */
const longestLine = 100_000

/**
 * Reads a CSV with the columns id, index and value, one series after another, in the order of the file; only one series
 * is held at a time. Rows of a series stand together, their index counts up by one. Throws a SeriesFileFault that names
 * the line.
 */
export async function* readSeriesFile(path: string): AsyncGenerator<NamedSeries> {
  const reader = new SeriesReader()
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 18 })) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    for (const line of lines) {
      const series = reader.read(line)
      if (series) yield series
    }
    if (rest.length > longestLine) reader.read(rest)
  }
  const series = rest === '' ? undefined : reader.read(rest)
  if (series) yield series
  yield reader.end()
}

/** Takes line after line and gives each series when the next one begins. */
class SeriesReader {
  #number = 0
  readonly #columns = { id: -1, index: -1, value: -1 }
  #width = 0
  readonly #seen = new Set<string>()
  #id: string | undefined
  #lastIndex = 0
  #values: number[] = []

  read(text: string): NamedSeries | undefined {
    this.#number += 1
    if (text.length > longestLine) throw this.#fault('this is longer than any row.')
    const cells = cellsOf(text.endsWith('\r') ? text.slice(0, -1) : text)
    if (this.#number === 1) this.#readHeader(cells)
    else if (cells.length > 1 || cells[0]!.trim() !== '') return this.#readRow(cells)
  }

  end(): NamedSeries {
    if (this.#id === undefined)
      throw new SeriesFileFault('The file holds no series: id,index,value and a row for each value.')
    return { id: this.#id, values: this.#values }
  }

  #readHeader(cells: string[]): void {
    const header = cells.map(cell =>
      cell
        .replace(/^\uFEFF/, '')
        .trim()
        .toLowerCase(),
    )
    for (const name of ['id', 'index', 'value'] as const) {
      this.#columns[name] = header.indexOf(name)
      if (this.#columns[name] < 0)
        throw this.#fault(`there is no column “${name}”. The first line names the columns: id,index,value.`)
    }
    this.#width = Math.max(...Object.values(this.#columns)) + 1
  }

  #readRow(cells: string[]): NamedSeries | undefined {
    if (cells.length < this.#width) throw this.#fault(`${cells.length} cells where ${this.#width} are needed.`)
    const id = cells[this.#columns.id]!.trim()
    if (id === '') throw this.#fault('the id is missing.')
    const indexText = cells[this.#columns.index]!.trim()
    if (!/^-?\d{1,15}$/.test(indexText))
      throw this.#fault(`the index of “${id}” is a whole number, not “${indexText}”.`)
    const index = Number(indexText)
    const valueText = cells[this.#columns.value]!.trim()
    const value = Number(valueText)
    if (valueText === '') throw this.#fault(`the value of “${id}” at index ${index} is missing.`)
    if (!aNumber.test(valueText) || !Number.isFinite(value))
      throw this.#fault(`the value of “${id}” at index ${index} is not a number: “${valueText}”.`)
    const before = id === this.#id ? this.#goOn(id, index) : this.#begin(id)
    this.#values.push(value)
    this.#lastIndex = index
    return before
  }

  #goOn(id: string, index: number): undefined {
    const last = this.#lastIndex
    if (index === last) throw this.#fault(`index ${index} of “${id}” is there twice.`)
    if (index < last) throw this.#fault(`index ${index} of “${id}” comes after ${last}: rows are in order.`)
    if (index > last + 1) throw this.#fault(`“${id}” jumps from index ${last} to ${index}: a gap.`)
  }

  /** Begins a series and answers the one before. */
  #begin(id: string): NamedSeries | undefined {
    if (this.#seen.has(id)) throw this.#fault(`“${id}” began further up: all rows of a series stand together.`)
    this.#seen.add(id)
    const before = this.#id === undefined ? undefined : { id: this.#id, values: this.#values }
    this.#id = id
    this.#values = []
    return before
  }

  #fault(sentence: string): SeriesFileFault {
    return new SeriesFileFault(`Line ${this.#number}: ${sentence}`)
  }
}
