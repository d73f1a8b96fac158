import { readSettings } from '../platform/settings.server.ts'
import type { Signal, SignalKind } from '../platform/signal.ts'
import type { SignalReading, SignalSource } from '../platform/signal-source.server.ts'
import { lateArrival } from './arrivals.ts'
import { type ImportSignal, importSignalReason, importSignalTitle, importStep } from './signal-words.ts'
import { arrivalDays, importsVersion, type TroubledImport, troubledImports } from './troubles.store.ts'

/* What imports puts into the queue: figures that should have arrived, and files that are not, or not wholly, in the ledger. */

const kindOf = { old: 'figures_old', failed: 'failed', asking: 'asking', 'set aside': 'set_aside' } as const
const named = (what: ImportSignal) => `imports.${kindOf[what]}`

/** Longer than this nobody is asked about a file. */
const daysSpokenOf = 30

/** Figures that are missing make every figure wrong; a few rows set aside seldom do. */
const unknownShare: Record<ImportSignal, number> = { old: 2, failed: 1, asking: 1, 'set aside': 0.25 }

const kind = (what: ImportSignal): SignalKind => ({
  title: language => importSignalTitle(what, language),
  reason: ({ values }, format) => importSignalReason(what, values, format),
  actions: ({ key }, language) => {
    if (what === 'old')
      return [
        { label: importStep('again', language), path: '/imports/new' },
        { label: importStep('sources', language), path: '/imports' },
      ]
    const step = what === 'asking' ? 'answer' : what === 'set aside' ? 'settle' : 'open'
    return [{ label: importStep(step, language), path: `/imports/${key}` }]
  },
  weighing: { unknownShare: unknownShare[what] },
})

function troubleSignal({ id, what, source, fileName, actorId, day, rows, setAside }: TroubledImport): Signal {
  return {
    kind: named(what),
    key: String(id),
    accountId: null,
    personId: what === 'set aside' ? null : actorId,
    role: what === 'failed' ? 'administrator' : 'back office',
    due: what === 'set aside' ? null : day,
    value: null,
    confidence: what === 'set aside' ? Math.max(0.1, Math.min(1, setAside / Math.max(1, rows))) : 0.9,
    values: { source, file: fileName, day, rows, setAside },
  }
}

async function read({ db, today, accountIds }: SignalReading): Promise<Signal[]> {
  // None of it concerns an account.
  if (accountIds) return []
  const { timeZone } = await readSettings(db)
  const since = new Date(Date.parse(today) - daysSpokenOf * 86_400_000).toISOString().slice(0, 10)
  const [arrivals, troubles] = await Promise.all([
    arrivalDays(db, timeZone, today),
    troubledImports(db, timeZone, since),
  ])
  const late = arrivals.flatMap(({ source, days }): Signal[] => {
    const arrival = lateArrival(days, today)
    if (!arrival) return []
    const { last, everyDays, expected } = arrival
    const values = { source, day: last, everyDays }
    const whose = { accountId: null, personId: null, role: 'back office' as const }
    return [{ kind: named('old'), key: source, ...whose, due: expected, value: null, confidence: 0.9, values }]
  })
  return [...late, ...troubles.map(troubleSignal)]
}

export default {
  kinds: Object.fromEntries((['old', 'failed', 'asking', 'set aside'] as const).map(what => [named(what), kind(what)])),
  read,
  // An import that fails leaves no entry of change.
  version: ({ db }) => importsVersion(db),
} satisfies SignalSource
