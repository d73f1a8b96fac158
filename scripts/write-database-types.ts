/** Writes src/platform/database-types.ts from the migrated schema by kysely-codegen, or with --check compares it. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createTestDatabase } from '../tests/support/database.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const database = await createTestDatabase()
const excluded = '(graphile_worker|public).*'
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/kysely-codegen/dist/cli/bin.js',
    ...['--dialect', 'postgres', '--url', database.url, '--out-file', 'src/platform/database-types.ts'],
    ...['--exclude-pattern', excluded, '--date-parser', 'string', '--numeric-parser', 'string'],
    ...['--type-mapping', JSON.stringify({ int8: 'number' })],
    ...(process.argv.includes('--check') ? ['--verify'] : []),
  ],
  { cwd: root, stdio: 'inherit' },
)
await database.close()
process.exitCode = status ?? 1
