import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { DB } from '../platform/database-types.ts'

/** Kysely on a client that is already inside a transaction: stores and COPY share it. */
export function onClient(client: pg.PoolClient): Kysely<DB> {
  const lent = new Proxy(client, {
    get: (target, name) => {
      if (name === 'release') return () => undefined
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: { connect: async () => lent, end: async () => undefined } as never }),
  })
}
