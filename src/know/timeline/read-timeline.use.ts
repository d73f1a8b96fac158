import { discovered } from '../../platform/discovered.server.ts'
import type { Language } from '../../platform/language.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { boundOf, compareEvents, type TimelineCursor, type TimelineKind } from '../../platform/timeline.ts'
import type { TimelineSource } from '../../platform/timeline-source.server.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import { readNotes } from './notes.use.ts'

const sources = () => discovered<TimelineSource>('.timeline.server.ts', source => Object.keys(source.kinds))

type Wanted = {
  accountId: number
  kinds: readonly string[] | null
  cursor: string | undefined
  limit: number
  language: Language
}

/** One page of what happened, of every room that has something to tell. */
export async function readTimeline({ db, actor }: Pick<ActorContext, 'db' | 'actor'>, wanted: Wanted) {
  const { language } = wanted
  const parts = (await sources()).map(({ part }) => part)
  const kinds: Record<string, TimelineKind> = Object.assign({}, ...parts.map(part => part.kinds))
  const cursor = wanted.cursor === undefined ? null : readCursor(wanted.cursor)
  const below = (kind: string) => (wanted.kinds === null || wanted.kinds.includes(kind) ? boundOf(cursor, kind) : null)
  const reading = { db, accountIds: [wanted.accountId], limit: wanted.limit, below }
  const found = (await Promise.all(parts.map(part => part.read(reading)))).flat()
  const events = found.sort(compareEvents).slice(0, wanted.limit)
  const noteIds = events.flatMap(event => (event.kind === 'know.note' ? Number(event.values.note) : []))
  const notes = await readNotes(db, actor, noteIds)
  const format = sentenceFormat(language, (await readSettings(db)).baseCurrency)
  const last = events.at(-1)
  return {
    kinds: Object.entries(kinds).map(([kind, words]) => ({ kind, title: words.title(language) })),
    items: events.map(({ kind, key, at, wholeDay, actor: who, path, values }) => ({
      kind,
      key,
      at,
      wholeDay,
      title: kinds[kind]!.title(language),
      sentence: kinds[kind]!.sentence({ values, actor: who }, format),
      actor: who,
      path,
      note: kind === 'know.note' ? (notes.get(Number(values.note)) ?? null) : null,
    })),
    nextCursor: last && events.length === wanted.limit ? JSON.stringify([last.at, last.kind, last.key]) : null,
  }
}

function readCursor(text: string): TimelineCursor {
  try {
    const [at, kind, key] = JSON.parse(text)
    if (typeof kind === 'string' && typeof key === 'string' && !Number.isNaN(Date.parse(at))) return { at, kind, key }
  } catch {}
  throw new Refusal('input_invalid', { detail: 'cursor' })
}
