import { ledgerVersion, purchaseSummaries } from '../ledger/ledger.server.ts'
import { fitBgNbd } from './bg-nbd.ts'
import { type Reading, spanOf } from './figures.server.ts'
import { fitGammaGamma } from './gamma-gamma.ts'
import { addValueModel, newestValueModel, type ValueModel } from './value-model.store.ts'

/**
 * Fits the models of repeat buying to the whole ledger and keeps the parameters. Null where they are fresh already or
 * the ledger is empty. A ledger in which fewer than ten accounts buy again teaches nothing: its model is kept as unknown.
 */
export async function fitValueModel({ db, pool }: Reading): Promise<Omit<ValueModel, 'id'> | null> {
  const version = await ledgerVersion(db)
  const span = await spanOf({ db, pool }, version)
  if (!span || (await newestValueModel(db))?.ledgerVersion === version) return null
  const started = performance.now()
  const summaries = await purchaseSummaries(db, { to: span.to })
  const repeaters = summaries.filter(({ repeats, meanRepeatRevenue }) => repeats > 0 && (meanRepeatRevenue ?? 0) > 0)
  const bgNbd = fitBgNbd(summaries)
  const gammaGamma = fitGammaGamma(
    repeaters.map(({ repeats, meanRepeatRevenue }) => ({ purchases: repeats, mean: meanRepeatRevenue! })),
  )
  const model = {
    ledgerVersion: version,
    asOf: span.to,
    accounts: summaries.length,
    repeaters: repeaters.length,
    bgNbd: bgNbd?.model ?? null,
    bgNbdLogLikelihood: bgNbd?.logLikelihood ?? null,
    gammaGamma: gammaGamma?.model ?? null,
    gammaGammaLogLikelihood: gammaGamma?.logLikelihood ?? null,
    seconds: (performance.now() - started) / 1_000,
  }
  await addValueModel(db, model)
  return model
}
