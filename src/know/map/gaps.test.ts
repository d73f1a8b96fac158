import { describe, expect, test } from 'vitest'
import { type Gap, gapsOf, type PersonInPicture, type Picture, type Tie } from './gaps.ts'

const today = '2026-11-02'

const somebody = (contactId: number, said: Partial<PersonInPicture> = {}): PersonInPicture => ({
  contactId,
  name: `Person ${contactId}`,
  buyingRole: null,
  influence: null,
  stance: null,
  leftOn: null,
  ...said,
})
const tie = (contactId: number, personId: string, strength = 3): Tie => ({
  contactId,
  personId,
  personName: personId,
  strength,
})

/** A sound account: a decision maker, a champion and a clerk, known by two of ours, met last week. */
const sound: Picture = {
  tier: 'gold',
  people: [
    somebody(1, { buyingRole: 'decision maker', influence: 5, stance: 1 }),
    somebody(2, { buyingRole: 'champion', influence: 3, stance: 2 }),
    somebody(3, { buyingRole: 'floor staff', influence: 1, stance: 0 }),
  ],
  ties: [tie(1, 'Chen'), tie(2, 'Chen'), tie(2, 'Lin')],
  days: new Map([[1, ['2026-10-26']]]),
}

const kinds = (picture: Picture) => gapsOf(picture, today).map(gap => gap.kind)
const only = (picture: Picture, kind: Gap['kind']) => gapsOf(picture, today).filter(gap => gap.kind === kind)
const withPeople = (...people: PersonInPicture[]): Picture => ({ ...sound, people: [...sound.people, ...people] })
const changed = (contactId: number, said: Partial<PersonInPicture>): Picture => ({
  ...sound,
  people: sound.people.map(person => (person.contactId === contactId ? { ...person, ...said } : person)),
})

test('an account whose people are known, met and on our side has no gap', () => {
  expect(gapsOf(sound, today)).toEqual([])
})

test('an account of which nobody is known lacks a decision maker and the floor, and nothing that needs people', () => {
  const nobody = { ...sound, people: [], ties: [], days: new Map() }
  expect(kinds(nobody)).toEqual(['no decision maker', 'nobody on the floor'])
})

describe('no relationship to a decision maker', () => {
  test('is a gap when none is known', () => {
    const [gap] = only(changed(1, { buyingRole: 'influencer' }), 'no decision maker')
    expect(gap).toMatchObject({ contactId: null, severity: 'high', values: { known: 0, people: 3 } })
  })

  test.each([
    [1, 1],
    [2, 0],
  ])('where our best strength is %i makes %i gap', (strength, gaps) => {
    expect(
      only({ ...sound, ties: [tie(1, 'Chen', strength), ...sound.ties.slice(1)] }, 'no decision maker'),
    ).toHaveLength(gaps)
  })

  test('is closed by a relationship to one of two', () => {
    expect(only(withPeople(somebody(9, { buyingRole: 'decision maker' })), 'no decision maker')).toEqual([])
  })

  test('does not count who has left', () => {
    expect(only(changed(1, { leftOn: '2026-10-30' }), 'no decision maker')).toMatchObject([{ values: { known: 0 } }])
  })
})

describe('a single thread', () => {
  const threads = (...ties: Tie[]) =>
    only({ ...sound, ties }, 'single thread').map(gap => [gap.severity, gap.values.side])

  test('hangs on one of ours, on one of theirs, or on both', () => {
    expect(threads(tie(1, 'Chen'), tie(2, 'Chen'))).toEqual([['medium', 'ours']])
    expect(threads(tie(1, 'Chen'), tie(1, 'Lin'))).toEqual([['high', 'theirs']])
    expect(threads(tie(1, 'Chen'))).toEqual([['high', 'both']])
  })

  test('is none with two of each side', () => {
    expect(threads(tie(1, 'Chen'), tie(2, 'Lin'))).toEqual([])
  })

  test('is not mended by a business card', () => {
    expect(threads(tie(1, 'Chen'), tie(2, 'Lin', 1))).toEqual([['high', 'both']])
    expect(threads(tie(1, 'Chen'), tie(2, 'Lin', 2))).toEqual([])
  })

  test('is not told of an account in which nobody has a relationship', () => {
    expect(threads()).toEqual([])
    expect(threads(tie(1, 'Chen', 1))).toEqual([])
  })
})

describe('a champion who left', () => {
  test.each([
    ['2026-11-01', 1],
    ['2025-11-02', 1],
    ['2025-11-01', 0],
  ])('on %s makes %i gap', (leftOn, gaps) => {
    expect(only(changed(2, { leftOn }), 'champion left')).toHaveLength(gaps)
  })

  test('is no gap where another champion is there', () => {
    const other = withPeople(somebody(9, { buyingRole: 'champion', leftOn: '2026-09-01' }))
    expect(only(other, 'champion left')).toEqual([])
  })

  test('is told with name and days', () => {
    expect(only(changed(2, { leftOn: '2026-10-23' }), 'champion left')).toMatchObject([
      { contactId: 2, values: { name: 'Person 2', days: 10, leftOn: '2026-10-23' } },
    ])
  })
})

test('nobody on the floor is told until one of them is known there', () => {
  expect(only(changed(3, { buyingRole: 'user' }), 'nobody on the floor')).toMatchObject([{ severity: 'low' }])
  expect(only(changed(3, { leftOn: '2026-01-31' }), 'nobody on the floor')).toHaveLength(1)
})

describe('an opponent whom nobody works on', () => {
  const against = (said: Partial<PersonInPicture>, days: string[] = []) => ({
    ...withPeople(somebody(4, { stance: -1, influence: 4, ...said })),
    days: new Map([...sound.days, [4, days]]),
  })

  test.each([
    [{ influence: 3 }, 0],
    [{ influence: 4 }, 1],
    [{ influence: null }, 0],
    [{ stance: 0 }, 0],
    [{ stance: -1 }, 1],
    [{ stance: null }, 0],
  ])('with %o makes %i gap', (said, gaps) => {
    expect(only(against(said), 'opponent unattended')).toHaveLength(gaps)
  })

  test.each([
    ['2026-08-04', 0],
    ['2026-08-03', 1],
  ])('last met on %s makes %i gap', (day, gaps) => {
    expect(only(against({}, [day]), 'opponent unattended')).toHaveLength(gaps)
  })

  test('is graver when strongly against, or when theirs is the last word', () => {
    expect(only(against({}), 'opponent unattended')[0]!.severity).toBe('medium')
    expect(only(against({ stance: -2 }), 'opponent unattended')[0]!.severity).toBe('high')
    expect(only(against({ influence: 5 }), 'opponent unattended')[0]!.severity).toBe('high')
  })
})

describe('a contact gone cold', () => {
  const met = (days: Record<number, string[]>, tier: Picture['tier'] = 'gold'): Gap[] =>
    only({ ...sound, tier, days: new Map(Object.entries(days).map(([id, own]) => [Number(id), own])) }, 'gone cold')
  /** Every ten days, five times, up to the last day. */
  const everyTenDays = (last: string) => Array.from({ length: 5 }, (_, index) => earlier(last, 40 - index * 10))

  test.each([
    ['2026-10-13', 0],
    ['2026-10-12', 1],
  ])('is told beyond twice its own rhythm: every ten days until %s makes %i gap', (last, gaps) => {
    expect(met({ 1: everyTenDays(last) })).toHaveLength(gaps)
  })

  test('is told by the tier where there are too few days for a rhythm', () => {
    const four = everyTenDays('2026-10-12').slice(1)
    expect(met({ 1: four })).toEqual([])
    expect(met({ 1: ['2026-09-18'] })).toEqual([])
    expect(met({ 1: ['2026-09-17'] })).toMatchObject([
      { contactId: null, values: { days: 46, limit: 45, usual: null } },
    ])
    expect(met({ 1: ['2026-10-02'] }, 'platinum')).toMatchObject([{ values: { days: 31, limit: 30 } }])
  })

  test('is never told within two weeks', () => {
    const daily = ['2026-10-15', '2026-10-16', '2026-10-17', '2026-10-18', '2026-10-19']
    expect(met({ 1: daily })).toEqual([])
    expect(met({ 1: daily.map(day => earlier(day, 1)) })).toHaveLength(1)
  })

  test('names the decision maker who fell silent while the account is warm, and not the clerk', () => {
    const silent = everyTenDays('2026-09-01')
    expect(met({ 1: silent, 3: ['2026-10-30'] })).toMatchObject([{ contactId: 1, values: { name: 'Person 1' } }])
    expect(met({ 3: silent, 1: ['2026-10-30'] })).toEqual([])
  })

  test('is one gap when all of them are cold', () => {
    expect(met({ 1: everyTenDays('2026-07-01'), 2: everyTenDays('2026-07-01') })).toMatchObject([{ contactId: null }])
  })

  test('is graver at twice the limit', () => {
    expect(met({ 1: ['2026-08-04'] })[0]!.severity).toBe('medium')
    expect(met({ 1: ['2026-08-03'] })[0]!.severity).toBe('high')
  })

  test('is unknown, not told, where no contact was ever recorded', () => {
    expect(met({})).toEqual([])
  })
})

test('the gravest comes first', () => {
  const bare = { ...sound, people: [somebody(2, { leftOn: '2026-10-01', buyingRole: 'champion' })], ties: [] }
  expect(kinds(bare)).toEqual(['champion left', 'no decision maker', 'nobody on the floor'])
})

function earlier(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)
}
