import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Problem } from '../failure.ts'
import { forgetKit, keepKit, keepSession, orKept, readKeptSession, readKit } from './kit.ts'
import { offlineDatabase } from './offline-database.ts'
import { changeKept, type Kept, keptOf, onOutboxChange, putKept, readKept } from './outbox.ts'
import { type SendAnswer, sendOutbox } from './send-outbox.ts'

const entry = (key: string, more: Partial<Kept> = {}): Kept => ({
  key,
  personId: 'li',
  path: `/api/visits/${key}/report`,
  draft: { said: 'Draft' },
  body: { draftKey: key },
  title: 'A Trading',
  state: 'ready',
  problem: null,
  answer: null,
  changedAt: 1,
  ...more,
})
const problem = (status: number, code = 'x'): Problem => ({ status, code, title: code, detail: null, issues: [] })
const state = async (key: string) => (await readKept(key))?.state

/** A server that answers as told and remembers what it got. */
const server = (...answers: SendAnswer[]) => {
  const got: string[] = []
  const send = async ({ key }: Kept) => {
    got.push(key)
    return answers.shift() ?? { answer: { reportId: 1 } }
  }
  return { got, send }
}

beforeEach(async () => {
  const database = await offlineDatabase()
  await Promise.all((['outbox', 'kit', 'facts'] as const).map(store => database.clear(store)))
})

describe('what is kept on the phone', () => {
  test('is sent once it is ready, the oldest first, and then holds no words any more', async () => {
    await putKept(entry('b', { changedAt: 2 }))
    await putKept(entry('a'))
    await putKept(entry('c', { state: 'writing' }))
    const { got, send } = server()
    expect(await sendOutbox('li', send)).toBe(0)
    expect(got).toEqual(['a', 'b'])
    expect(await readKept('a')).toMatchObject({ state: 'sent', body: null, draft: null, answer: { reportId: 1 } })
    expect(await state('c')).toBe('writing')
  })

  test('is never sent for another person', async () => {
    await putKept(entry('a', { personId: 'wang' }))
    const { got, send } = server()
    await sendOutbox('li', send)
    expect(got).toEqual([])
    expect(await keptOf('li')).toEqual([])
  })

  test.each([0, 401, 429, 502])('stays ready where the answer is %i, and the round ends there', async status => {
    await putKept(entry('a'))
    await putKept(entry('b', { changedAt: 2 }))
    const { got, send } = server({ problem: problem(status) })
    expect(await sendOutbox('li', send)).toBe(2)
    expect(got).toEqual(['a'])
    expect([await state('a'), await state('b')]).toEqual(['ready', 'ready'])
  })

  test('stays ready where the server stumbles over it, and the others go on', async () => {
    await putKept(entry('a'))
    await putKept(entry('b', { changedAt: 2 }))
    const { send } = server({ problem: problem(500) })
    expect(await sendOutbox('li', send)).toBe(1)
    expect([await state('a'), await state('b')]).toEqual(['ready', 'sent'])
  })

  test('that is refused waits for its author and does not hold up the next', async () => {
    await putKept(entry('a'))
    await putKept(entry('b', { changedAt: 2 }))
    const { got, send } = server({ problem: problem(409, 'report_written_already') })
    await sendOutbox('li', send)
    expect(got).toEqual(['a', 'b'])
    expect(await readKept('a')).toMatchObject({ state: 'refused', problem: { code: 'report_written_already' } })
    expect(await state('b')).toBe('sent')
    await sendOutbox('li', send)
    expect(got).toEqual(['a', 'b'])
  })

  test('and changed while it was refused under way keeps the newer words ready', async () => {
    await putKept(entry('a'))
    await sendOutbox('li', async ({ key }) => {
      await changeKept(key, now => ({ ...now, body: { newer: true }, changedAt: 5 }))
      return { problem: problem(409) }
    })
    expect(await readKept('a')).toMatchObject({ state: 'ready', body: { newer: true } })
  })

  test('is sent again with the same key where the answer was lost on the way', async () => {
    await putKept(entry('a'))
    const { got, send } = server({ problem: problem(0) })
    await sendOutbox('li', send)
    await sendOutbox('li', send)
    expect(got).toEqual(['a', 'a'])
    expect(await state('a')).toBe('sent')
  })

  test('tells whoever looks that it changed', async () => {
    let told = 0
    const stop = onOutboxChange(() => told++)
    await putKept(entry('a'))
    const after = told
    expect(after).toBeGreaterThan(0)
    stop()
    await putKept(entry('b'))
    expect(told).toBe(after)
  })
})

describe('the kit', () => {
  test('belongs to one person and takes the place of the one before', async () => {
    await keepKit(
      'li',
      new Map([
        ['visit 1', 'one'],
        ['visit 2', 'two'],
      ]),
    )
    await keepKit('li', new Map([['visit 2', 'newer']]))
    expect(await readKit('li', 'visit 2')).toBe('newer')
    expect(await readKit('li', 'visit 1')).toBeUndefined()
    expect(await readKit('wang', 'visit 2')).toBeUndefined()
    await keepKit('wang', new Map())
    expect(await readKit('li', 'visit 2')).toBeUndefined()
  })

  test('goes with the sign-out, and who was signed in too; drafts stay', async () => {
    await keepKit('li', new Map([['visit 1', 'one']]))
    await keepSession({ person: { id: 'li' } })
    await putKept(entry('a', { state: 'writing' }))
    await forgetKit()
    expect(await readKit('li', 'visit 1')).toBeUndefined()
    expect(await readKeptSession()).toBeUndefined()
    expect(await state('a')).toBe('writing')
  })

  test('answers only where the server does not: a refusal stays a refusal', async () => {
    const failing = (status: number) => async (): Promise<string> => {
      throw Object.assign(new Error('no'), { status })
    }
    const kept = async () => 'kept'
    expect(await orKept(failing(0), kept)).toBe('kept')
    expect(await orKept(async () => 'fresh', kept)).toBe('fresh')
    await expect(orKept(failing(403), kept)).rejects.toThrow('no')
    await expect(orKept(failing(0), async () => undefined)).rejects.toThrow('no')
  })
})
