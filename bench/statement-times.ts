import type pg from 'pg'

export type StatementTime = { statement: string; milliseconds: number; count: number }

/** Watches every statement of a pool's connections and adds up the time until each was answered, by its first words. */
export function watchStatements(pool: pg.Pool): () => StatementTime[] {
  const times = new Map<string, StatementTime>()
  const note = (text: string, milliseconds: number) => {
    const statement = nameOf(text)
    const known = times.get(statement) ?? { statement, milliseconds: 0, count: 0 }
    known.milliseconds += milliseconds
    known.count += 1
    times.set(statement, known)
  }
  pool.on('connect', client => {
    const query = client.query.bind(client) as (...args: unknown[]) => unknown
    client.query = ((...args: unknown[]) => {
      const started = performance.now()
      const result = query(...args)
      const text = textOf(args[0])
      if (result instanceof Promise) {
        const done = () => note(text, performance.now() - started)
        result.then(done, done)
      } else if (result && typeof result === 'object' && 'once' in result)
        (result as NodeJS.EventEmitter).once('finish', () => note(text, performance.now() - started))
      return result
    }) as typeof client.query
  })
  return () => [...times.values()].sort((one, other) => other.milliseconds - one.milliseconds)
}

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  const { text } = query as { text?: unknown }
  return typeof text === 'string' ? text : ''
}

function nameOf(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim()
  const target = /(copy|insert into|update|delete from|truncate) ([a-z_.]+)/.exec(plain)
  return target ? `${target[1]} ${target[2]}` : plain.slice(0, 60)
}
