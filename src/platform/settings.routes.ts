import { recordChange } from './audit.server.ts'
import type { Db } from './database.server.ts'
import { everyone, implementing, may } from './operation.server.ts'
import { Refusal } from './refusal.ts'
import { settingsContract } from './settings.contract.ts'
import { readSettings, writeSettings } from './settings.server.ts'
import { unknownCurrency } from './settings.ts'

const operations = implementing(settingsContract)

/** `ledgerIsEmpty` comes from the ledger: the base currency cannot change under amounts already converted. */
export const settingsRoutes = (ledgerIsEmpty: (db: Db) => Promise<boolean>) =>
  operations.router({
    read: operations.read.use(may(...everyone)).handler(({ context }) => readSettings(context.db)),
    change: operations.change.use(may('administrator')).handler(({ input, context }) =>
      context.db.transaction().execute(async db => {
        const before = await readSettings(db)
        const changesCurrency = input.baseCurrency !== undefined && input.baseCurrency !== before.baseCurrency
        if (changesCurrency && before.baseCurrency !== unknownCurrency && !(await ledgerIsEmpty(db))) {
          throw new Refusal('base_currency_fixed', { currency: before.baseCurrency })
        }
        await writeSettings(db, input)
        const after = await readSettings(db)
        await recordChange(db, context.actor, {
          room: 'platform',
          subject: 'settings',
          subjectId: 'company',
          operation: 'change',
          before,
          after,
        })
        return after
      }),
    ),
  })
