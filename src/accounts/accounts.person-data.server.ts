import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { type Forgotten, namesPerson, withoutPerson } from '../platform/forgetting.ts'
import type { PersonData } from '../platform/person-data.server.ts'

/** The note about an account, and those about its other people, may name somebody. */
type Note = { table: 'account' | 'claim' | 'contact' | 'contact_claim'; id: number; note: string }

async function notesNaming(db: Db, person: Forgotten): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select 'account' as table, id, note from accounts.account
    where id = any(${person.accountIds}::bigint[]) and note is not null
    union all
    select 'claim', id, fields ->> 'note' from accounts.claim
    where account_id = any(${person.accountIds}::bigint[]) and fields ->> 'note' is not null
    union all
    select 'contact', id, note from accounts.contact
    where account_id = any(${person.accountIds}::bigint[]) and note is not null
    union all
    select 'contact_claim', l.id, l.fields ->> 'note' from accounts.contact_claim l
    join accounts.contact c on c.id = l.contact_id
    where c.account_id = any(${person.accountIds}::bigint[]) and l.fields ->> 'note' is not null`.execute(db)
  return rows.filter(row => namesPerson(row.note, person))
}

export default {
  tables: {
    'accounts.contact_claim': {
      name: { en: 'What was said of them, by whom', 'zh-Hans': '各来源提供的信息' },
      erase: 'rows',
    },
    'accounts.former_contact': {
      name: { en: 'Accounts they worked at before', 'zh-Hans': '曾任职的客户' },
      erase: 'rows',
    },
    'accounts.erased_mark': { name: { en: 'Marks of an erasure', 'zh-Hans': '清除标记' }, erase: 'words' },
  },
  beyond: {
    read: async (db, person) => {
      const { rows } = await sql<{ row: unknown }>`
        select to_jsonb(c) as row from accounts.contact c where id = ${person.contactId}`.execute(db)
      const notes = await notesNaming(db, person)
      return [
        ...rows.map(({ row }) => ({ table: 'accounts.contact', row })),
        ...notes.map(({ table, id, note }) => ({ table: `accounts.${table}`, row: { id, note } })),
      ]
    },
    forget: async (db, person) => {
      const notes = (await notesNaming(db, person)).map(note => ({ ...note, note: withoutPerson(note.note, person) }))
      const said = sql`jsonb_to_recordset(${JSON.stringify(notes)}::jsonb) as n ("table" text, id bigint, note text)`
      await sql`update accounts.account t set note = n.note from ${said} where n."table" = 'account' and n.id = t.id`.execute(
        db,
      )
      await sql`update accounts.contact t set note = n.note from ${said} where n."table" = 'contact' and n.id = t.id`.execute(
        db,
      )
      await sql`
        update accounts.claim t set fields = jsonb_set(t.fields, '{note}', to_jsonb(n.note))
        from ${said} where n."table" = 'claim' and n.id = t.id`.execute(db)
      await sql`
        update accounts.contact_claim t set fields = jsonb_set(t.fields, '{note}', to_jsonb(n.note))
        from ${said} where n."table" = 'contact_claim' and n.id = t.id`.execute(db)
      return notes.length
    },
  },
} satisfies PersonData
