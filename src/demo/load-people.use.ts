import type { Kysely } from 'kysely'
import type { DB } from '../platform/database-types.ts'
import { createPerson } from '../platform/people.use.ts'
import type { Actor } from '../platform/roles.ts'
import type { DemoPerson } from './people.ts'

/** The department's people as they act; by their key in the demo. */
export type DemoActors = ReadonlyMap<string, Actor & { id: string }>

/** Makes the people without passwords: a demo is entered with one click. */
export async function loadPeople(db: Kysely<DB>, people: readonly DemoPerson[]): Promise<DemoActors> {
  const actors = new Map<string, Actor & { id: string }>()
  for (const { key, name, email, role, title, language } of people) {
    const id = await createPerson(db, { id: `demo-${key.replaceAll('.', '-')}`, name, email, role, title, language })
    actors.set(key, { id, name, role, via: 'web' })
  }
  return actors
}

export function actorOf(actors: DemoActors, key: string): Actor & { id: string } {
  const actor = actors.get(key)
  if (!actor) throw new Error(`Nobody is called ${key}`)
  return actor
}
