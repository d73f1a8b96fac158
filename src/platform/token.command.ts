import { parseArgs } from 'node:util'
import { createAuth } from './auth.server.ts'
import type { Command } from './command.server.ts'
import { keptSecret } from './data-directory.server.ts'
import { createKey } from './keys.use.ts'
import { isRole, operator, roles } from './roles.ts'

const usage = 'vitalfew token create --role ROLE [--name NAME] [--scope read|write] [--days N] [--json] [--data DIR]'

export const tokenCommand: Command = {
  name: 'token',
  summary: 'Create an API key that acts with a role',
  usage,
  run: async (args, context) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        role: { type: 'string' },
        name: { type: 'string', default: 'Command line' },
        scope: { type: 'string', default: 'write' },
        days: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const days = values.days === undefined ? null : Number(values.days)
    if (positionals[0] !== 'create' || (days !== null && !(Number.isInteger(days) && days > 0))) {
      context.error(`Usage: ${usage}`)
      return 1
    }
    const role = values.role?.replaceAll('-', ' ').replaceAll('_', ' ')
    if (!isRole(role)) {
      context.error(`--role is one of: ${roles.join(', ')}.`)
      return 1
    }
    if (values.scope !== 'read' && values.scope !== 'write') {
      context.error('--scope is read or write.')
      return 1
    }
    const database = await context.openDatabase()
    const auth = createAuth({
      databaseUrl: database.url,
      secret: process.env.VITALFEW_SECRET ?? keptSecret(context.dataDirectory),
      baseUrl: 'http://localhost',
      isDemo: async () => false,
    })
    try {
      const made = await createKey(database.db, auth, operator(), {
        name: values.name,
        role,
        scope: values.scope,
        days,
      })
      context.out(values.json ? JSON.stringify({ id: made.id, token: made.key, role, scope: values.scope }) : made.key)
      return 0
    } finally {
      await auth.close()
      await database.close()
    }
  },
}
