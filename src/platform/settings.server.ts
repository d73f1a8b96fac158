import { sql } from 'kysely'
import type { Db } from './database.server.ts'
import { defaultSettings, type Settings } from './settings.ts'

export async function readSettings(db: Db): Promise<Settings> {
  const { rows } = await sql<{ name: keyof Settings; value: never }>`select name, value from platform.setting`.execute(
    db,
  )
  const settings = { ...defaultSettings }
  for (const { name, value } of rows) if (name in settings) settings[name] = value
  return settings
}

export async function writeSettings(db: Db, changed: Partial<Settings>): Promise<void> {
  for (const [name, value] of Object.entries(changed)) {
    await sql`
      insert into platform.setting (name, value) values (${name}, ${JSON.stringify(value)}::jsonb)
      on conflict (name) do update set value = excluded.value, changed_at = now()
    `.execute(db)
  }
}
