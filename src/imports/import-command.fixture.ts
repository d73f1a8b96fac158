import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestDatabase } from '../../tests/support/database.ts'
import type { Command } from '../platform/command.server.ts'
import { importCommand } from './import.command.ts'
import { importsCommand } from './imports.command.ts'

export type Called = {
  code: number
  out: string
  error: string
  json: () => Record<string, never> & Record<string, unknown>
}

/** Calls commands as the command line does, on a test's database. */
export function commandsOn(database: TestDatabase) {
  let directory: Promise<string> | undefined
  const call = async (command: Command, args: string[]): Promise<Called> => {
    const out: string[] = []
    const error: string[] = []
    directory ??= mkdtemp(join(tmpdir(), 'vitalfew-test-'))
    const code = await command.run(args, {
      openDatabase: async () => ({ ...database, close: async () => undefined }),
      dataDirectory: await directory,
      out: text => out.push(text),
      error: text => error.push(text),
      isTerminal: false,
      language: 'en',
    })
    return { code, out: out.join('\n'), error: error.join('\n'), json: () => JSON.parse(out.join('\n')) }
  }
  return {
    importPath: (path: string, ...args: string[]) => call(importCommand, [path, '--json', ...args]),
    importText: async (text: string | Uint8Array, ...args: string[]) => {
      directory ??= mkdtemp(join(tmpdir(), 'vitalfew-test-'))
      const path = join(await directory, `file-${Math.random().toString(36).slice(2)}.csv`)
      await writeFile(path, text)
      return call(importCommand, [path, '--json', ...args])
    },
    imports: (...args: string[]) => call(importsCommand, [...args, '--json']),
  }
}

/** All that imports write, to compare before and after. */
export async function ledgerState(database: TestDatabase): Promise<unknown> {
  const select = async (query: string) => (await database.pool.query(query)).rows
  return {
    lines:
      await select(`select a.code, d.number, l.line, l.day, p.code as product, trim_scale(l.net) as net, trim_scale(l.cost) as cost
      from ledger.line l join ledger.document d on d.account_id = l.account_id and d.id = l.document_id
      join accounts.account a on a.id = l.account_id left join products.product p on p.id = l.product_id order by 1, 2, 3`),
    documents: await select(
      'select number, day, lines, trim_scale(net) as net from ledger.document order by number, account_id',
    ),
    months: await select(
      'select account_id, month, lines, documents, trim_scale(net) as net, trim_scale(cost_to_serve) as served from ledger.account_month order by 1, 2',
    ),
    accounts: await select('select code, name, country, region, salesperson from accounts.account order by code'),
    products: await select('select code, name, category from products.product order by code'),
    contacts: await select('select name, email from accounts.contact order by name, email'),
    rates: await select('select currency, day, trim_scale(rate) as rate from imports.rate order by 1, 2'),
  }
}
