import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { BgNbd } from './bg-nbd.ts'
import type { GammaGamma } from './gamma-gamma.ts'

export interface ValueModel {
  id: number
  ledgerVersion: number
  asOf: string
  accounts: number
  repeaters: number
  bgNbd: BgNbd | null
  bgNbdLogLikelihood: number | null
  gammaGamma: GammaGamma | null
  gammaGammaLogLikelihood: number | null
  seconds: number
}

export async function newestValueModel(db: Db): Promise<ValueModel | undefined> {
  const { rows } = await sql<ValueModel>`
    select id, ledger_version as "ledgerVersion", as_of as "asOf", accounts, repeaters, bg_nbd as "bgNbd",
      bg_nbd_log_likelihood as "bgNbdLogLikelihood", gamma_gamma as "gammaGamma",
      gamma_gamma_log_likelihood as "gammaGammaLogLikelihood", seconds
    from identify.value_model order by id desc limit 1`.execute(db)
  return rows[0]
}

/** Keeps the last ten fits; older ones explain nothing, since a review freezes what they said. */
export async function addValueModel(db: Db, model: Omit<ValueModel, 'id'>): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into identify.value_model (ledger_version, as_of, accounts, repeaters, bg_nbd, bg_nbd_log_likelihood, gamma_gamma, gamma_gamma_log_likelihood, seconds)
    values (${model.ledgerVersion}, ${model.asOf}, ${model.accounts}, ${model.repeaters}, ${jsonOrNull(model.bgNbd)}::jsonb,
      ${model.bgNbdLogLikelihood}, ${jsonOrNull(model.gammaGamma)}::jsonb, ${model.gammaGammaLogLikelihood}, ${model.seconds})
    returning id`.execute(db)
  await sql`delete from identify.value_model where id not in (select id from identify.value_model order by id desc limit 10)`.execute(
    db,
  )
  return rows[0]!.id
}

const jsonOrNull = (value: object | null): string | null => (value === null ? null : JSON.stringify(value))
