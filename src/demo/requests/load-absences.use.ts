import type { Kysely } from 'kysely'
import { goAway } from '../../platform/absences.use.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'

const absences = [
  {
    key: 'zheng.guodong',
    deputyKey: 'anna.lindqvist',
    from: '2026-11-02',
    to: '2026-11-06',
    note: '广交会 Canton Fair',
  },
  { key: 'shen.ruo', deputyKey: 'xu.mingda', from: '2026-11-02', to: '2026-11-04', note: '培训' },
]

/** Who is away on the demo's day, and who stands in. */
export async function loadAbsences(db: Kysely<DB>, clock: Clock, actors: DemoActors): Promise<void> {
  for (const { key, deputyKey, ...stretch } of absences) {
    await goAway({ db, clock, actor: actorOf(actors, key) }, { ...stretch, deputyId: actorOf(actors, deputyKey).id! })
  }
}
