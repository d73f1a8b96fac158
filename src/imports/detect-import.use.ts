import type { Db } from '../platform/database.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { readSettings } from '../platform/settings.server.ts'
import { columnNamed } from './decide-columns.ts'
import { type Detection, type DetectionContext, detectFile } from './detect-file.server.ts'
import { detectInterchange } from './detect-interchange.server.ts'
import { fieldOf, fieldsOf, type ImportKind } from './fields.ts'
import { rememberCorrections, rememberedCorrections, rememberedKinds } from './imports.store.ts'
import type { SourceFile } from './open-file.server.ts'
import type { Question } from './question.ts'
import { currenciesWithRates } from './rates.store.ts'
import { type Corrections, mergeCorrections } from './shape.ts'

async function detectionContext(db: Db): Promise<DetectionContext> {
  const settings = await readSettings(db)
  return {
    baseCurrency: settings.baseCurrency === 'XXX' ? null : settings.baseCurrency,
    currenciesWithRates: await currenciesWithRates(db),
  }
}

/**
 * Detects a file's shape with what was said now and what is remembered of its source. What was said now wins;
 * remembered columns always apply, remembered answers only where the file asks the same question again.
 * Refused as field_unknown where a correction names a field that the kind does not have.
 */
export async function detectImport(
  db: Db,
  file: SourceFile,
  source: string,
  said: Corrections,
  signal?: AbortSignal,
): Promise<Detection & { corrections: Corrections }> {
  if (file.format === 'interchange') return { ...(await detectInterchange(db, file, said, signal)), corrections: said }
  if (said.kind === 'interchange')
    throw new Refusal('kind_contradicts', { file: file.name, kind: said.kind, found: 'a table' })
  const context = await detectionContext(db)
  let corrections = said
  let detection = await detectFile(file, corrections, context, signal)
  if (!detection.kind || !detection.shape) {
    const kinds = await rememberedKinds(db, source)
    if (said.kind || kinds.length !== 1) return { ...detection, corrections }
    corrections = { ...said, kind: kinds[0] }
    detection = await detectFile(file, corrections, context, signal)
  }
  const { kind, shape } = detection
  if (!kind || !shape) return { ...detection, corrections }
  refuseUnknownFields(kind, said)
  const remembered = fitting(await rememberedCorrections(db, source, kind), shape.headers, detection.questions)
  if (Object.keys(remembered).length === 0) return { ...detection, corrections }
  corrections = mergeCorrections({ ...remembered, kind }, said)
  const again = await detectFile(file, corrections, context, signal)
  return again.questions.length > detection.questions.length
    ? { ...detection, corrections: said }
    : { ...again, corrections }
}

function refuseUnknownFields(kind: ImportKind, { columns = {} }: Corrections): void {
  const unknown = Object.keys(columns).find(field => !fieldOf(kind, field))
  if (unknown === undefined) return
  throw new Refusal('field_unknown', {
    field: unknown,
    kind,
    fields: fieldsOf[kind].map(field => field.name).join(', '),
  })
}

const answers: Partial<Record<Question['code'], keyof Corrections>> = {
  date_order: 'dayOrder',
  decimal: 'decimal',
  discount: 'discount',
  encoding: 'encoding',
  sheet: 'sheet',
}

/** Of what is remembered, that which this file can use. */
function fitting(remembered: Corrections, headers: readonly string[], questions: readonly Question[]): Corrections {
  const { columns = {}, currency, documentByDay, account, delimiter, headerRow } = remembered
  const fit: Corrections = {}
  const known = Object.entries(columns).filter(
    ([, header]) => header === '' || columnNamed(headers, header) !== undefined,
  )
  if (known.length > 0) fit.columns = Object.fromEntries(known)
  if (currency) fit.currency = currency
  if (documentByDay) fit.documentByDay = documentByDay
  if (account) fit.account = account
  if (delimiter) fit.delimiter = delimiter
  if (headerRow !== undefined) fit.headerRow = headerRow
  for (const { code } of questions) {
    const answer = answers[code]
    if (answer && remembered[answer] !== undefined) Object.assign(fit, { [answer]: remembered[answer] })
  }
  return fit
}

/** Keeps what a person said of a source's files for the next one. */
export async function rememberShape(db: Db, source: string, kind: ImportKind, corrections: Corrections): Promise<void> {
  const { kind: _kind, baseCurrency: _base, ...said } = corrections
  const saysNothing = Object.entries(said).every(
    ([, value]) => value === undefined || (typeof value === 'object' && Object.keys(value).length === 0),
  )
  if (saysNothing) return
  await rememberCorrections(db, source, kind, mergeCorrections(await rememberedCorrections(db, source, kind), said))
}
