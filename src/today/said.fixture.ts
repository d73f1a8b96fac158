import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'

/*
Rooms that say what a test wants: a tree of sources outside of src, each reading its room's rows of the table `said`.
*/

const source = (room: string) => `
const kind = name => ({
  title: language => (language === 'en' ? 'Kind ' : '类别 ') + name,
  reason: ({ values }, { money }) => values.words + (values.amount ? ' ' + money(values.amount) : ''),
  actions: ({ accountId }) => [{ label: 'Open', path: '/accounts/' + accountId }],
})
export default {
  kinds: { '${room}.a': kind('a'), '${room}.b': kind('b') },
  read: async ({ pool, accountIds }) => {
    await pool.query("insert into asked (room, accounts) values ('${room}', $1)", [accountIds])
    const { rows } = await pool.query(
      \`select kind, key, account_id as "accountId", person_id as "personId", role, to_char(due, 'YYYY-MM-DD') as due,
         value::text, confidence, "values" from said
       where kind like '${room}.%' and ($1::bigint[] is null or account_id = any($1)) order by id desc\`,
      [accountIds],
    )
    for (const row of rows) if (row.values.words === 'fail') throw new Error('this source fails')
    return rows
  },
}
`

export type Said = {
  kind: string
  key?: string
  accountId?: number | null
  personId?: string | null
  role?: string | null
  due?: string | null
  value?: string | null
  confidence?: number
  values?: Record<string, string | number | null>
}

export type FixtureRooms = {
  folder: string
  say: (said: Said) => Promise<void>
  unsay: (kind: string, accountId: number | null) => Promise<void>
  /** For which accounts each room was read since the last look; null: all. */
  asked: () => Promise<{ room: string; accounts: number[] | null }[]>
  addRoom: (room: string, text?: string) => Promise<void>
  close: () => Promise<void>
}

export async function startRooms(pool: pg.Pool, rooms: readonly string[]): Promise<FixtureRooms> {
  const folder = await mkdtemp(join(tmpdir(), 'vitalfew-rooms-'))
  await pool.query(`
    create table if not exists said (id serial, kind text, key text, account_id bigint, person_id text, role text, due date,
      value numeric, confidence float8, "values" jsonb);
    create table if not exists asked (id serial, room text, accounts bigint[])`)
  const addRoom = async (room: string) => {
    await mkdir(join(folder, room), { recursive: true })
    await writeFile(join(folder, room, `${room}.signals.server.ts`), source(room))
  }
  for (const room of rooms) await addRoom(room)
  return {
    folder,
    addRoom,
    say: async said => {
      const { kind, key = '', accountId = null, personId = null, role = null, due = null, value = null } = said
      const { confidence = 0.5, values = { words: 'Because' } } = said
      await pool.query(
        `insert into said (kind, key, account_id, person_id, role, due, value, confidence, "values")
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [kind, key, accountId, personId, role, due, value, confidence, JSON.stringify(values)],
      )
    },
    unsay: async (kind, accountId) => {
      await pool.query('delete from said where kind = $1 and account_id is not distinct from $2', [kind, accountId])
    },
    asked: async () => {
      const { rows } = await pool.query('delete from asked returning id, room, accounts::int[] as accounts')
      // By room: several are read at the same time.
      rows.sort((one, other) => one.room.localeCompare(other.room) || one.id - other.id)
      return rows.map(({ room, accounts }) => ({ room, accounts }))
    },
    close: () => rm(folder, { recursive: true, force: true }),
  }
}
