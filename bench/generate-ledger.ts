import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { parseArgs } from 'node:util'

/** A plain ledger for the benchmarks: many accounts, few columns, the same bytes for the same numbers. */
export type LedgerSize = {
  lines: number
  /** 100,000 unless told. */
  accounts?: number
}

export const ledgerHeader = 'Document,Line,Date,Customer,Item,Quantity,Net amount,Cost\n'

const usualAccounts = 100_000
const productCount = 2_000
const firstDay = Date.UTC(2023, 10, 1)
const dayCount = 1_096
const millisecondsPerDay = 86_400_000
const chunkLength = 1 << 16

/**
 * The ledger as text, a header and then 36 months from 2023-11-01 to 2026-10-31 in the order of days, in chunks of
 * some 64 kB. Documents have one to nine lines; a tenth of the accounts brings over half of the revenue, every account
 * has a document where there are enough, about a seventh of the accounts loses money.
 */
export function* ledgerChunks(size: LedgerSize): Generator<string> {
  const documents = Math.ceil(size.lines / 5)
  const days = Array.from({ length: dayCount }, (_, day) => dayText(firstDay + day * millisecondsPerDay))
  yield* chunks(
    size,
    0,
    documents,
    document => days[Math.floor((document * dayCount) / documents)] ?? days[dayCount - 1]!,
  )
}

/** The lines of the day after the ledger of that size, with documents that follow on. */
export function* nextDayChunks(ledger: LedgerSize, lines: number): Generator<string> {
  const day = dayText(firstDay + dayCount * millisecondsPerDay)
  // Beyond any number that the ledger itself has used.
  yield* chunks({ lines, accounts: ledger.accounts }, ledger.lines + 1, Math.ceil(lines / 5), () => day)
}

function* chunks(
  { lines, accounts = usualAccounts }: LedgerSize,
  firstDocument: number,
  documents: number,
  dayOf: (document: number) => string,
): Generator<string> {
  const { next } = xorshift(firstDocument + accounts)
  const everyone = documents >= accounts ? Math.floor(documents / accounts) : 0
  // A step without a common divisor scatters large and small accounts over the codes.
  const step = scatteringStep(accounts)
  let text = ledgerHeader
  let written = 0
  for (let document = 0; written < lines; document++) {
    const uniform = next() / 4294967296
    const rank =
      everyone && document % everyone === 0
        ? (document / everyone) % accounts
        : Math.floor(accounts * uniform * uniform)
    const code = (rank * step) % accounts
    const head = `D${firstDocument + document},`
    const middle = `,${dayOf(Math.min(document, documents - 1))},A${code},P`
    const scale = 400 + Math.floor(900_000 / (rank + 60))
    const costShare = 450 + ((code * 7919) % 640)
    const count = Math.min(1 + (next() % 9), lines - written)
    for (let line = 1; line <= count; line++) {
      const draw = next()
      const sign = draw % 97 === 0 ? '-' : ''
      const quantity = 1 + (draw % 40)
      const cents = quantity * (100 + (draw % scale))
      const cost = Math.round((cents * costShare) / 1000)
      text += `${head}${line}${middle}${draw % productCount},${sign}${quantity},${sign}${money(cents)},${sign}${money(cost)}\n`
    }
    written += count
    if (text.length > chunkLength) {
      yield text
      text = ''
    }
  }
  if (text) yield text
}

/** Writes chunks to a file as fast as the disk takes them. */
export async function writeChunks(path: string, text: Iterable<string>): Promise<void> {
  const file = createWriteStream(path)
  for (const chunk of text) if (!file.write(chunk, 'latin1')) await once(file, 'drain')
  file.end()
  await once(file, 'finish')
}

function money(cents: number): string {
  const fraction = cents % 100
  return `${(cents - fraction) / 100}.${fraction < 10 ? '0' : ''}${fraction}`
}

function dayText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/** Marsaglia's xorshift, 32 bits, never 0. */
function xorshift(seed: number): { next: () => number } {
  let state = (seed * 2654435761) >>> 0 || 1
  const next = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  return { next }
}

function scatteringStep(accounts: number): number {
  let step = Math.floor(accounts * 0.618) | 1
  while (divisor(step, accounts) > 1) step += 2
  return step
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b)
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      lines: { type: 'string', default: '1000000' },
      accounts: { type: 'string', default: String(usualAccounts) },
      'next-day': { type: 'string' },
    },
  })
  const [path] = positionals
  if (!path) {
    process.stderr.write('node bench/generate-ledger.ts FILE [--lines N] [--accounts N] [--next-day LINES]\n')
    process.exit(1)
  }
  const size = { lines: Number(values.lines), accounts: Number(values.accounts) }
  const nextDay = values['next-day']
  const started = performance.now()
  await writeChunks(path, nextDay ? nextDayChunks(size, Number(nextDay)) : ledgerChunks(size))
  const seconds = (performance.now() - started) / 1000
  const lines = nextDay ? Number(nextDay) : size.lines
  process.stdout.write(`${lines} lines in ${seconds.toFixed(2)} s, ${Math.round(lines / seconds)} lines/s\n`)
}
