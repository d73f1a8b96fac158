import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DueVisit, type PlanLimits, planMonth, type Taken } from './month-plan.ts'

const days = ['2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06']
const limits: PlanLimits = { days, start: 540, end: 1080, visitsPerDay: 3, buffer: 30 }
const wenzhou = { latitude: 28.0, longitude: 120.7 }
const shanghai = { latitude: 31.2, longitude: 121.5 }
const due = (key: string, changed: Partial<DueVisit> = {}): DueVisit => ({
  key,
  accountId: 1,
  from: days[0]!,
  to: days[4]!,
  minutes: 60,
  place: null,
  weight: 1,
  closed: new Set(),
  preferred: null,
  ...changed,
})
const taken = (day: string, start: number, end: number, isVisit = false): Taken => ({
  day,
  start,
  end,
  place: null,
  isVisit,
})
const daysOf = (plan: ReturnType<typeof planMonth>) => plan.slots.map(slot => `${slot.day} ${slot.key}`)

test('days balance: five visits on five days, not five on one', () => {
  const plan = planMonth(
    ['a', 'b', 'c', 'd', 'e'].map(key => due(key)),
    [],
    limits,
  )
  expect(new Set(plan.slots.map(slot => slot.day)).size).toBe(5)
  expect(plan.notKept).toEqual([])
})

test('visits that stand already weigh as much', () => {
  const plan = planMonth([due('a', { to: days[1]! })], [taken(days[0]!, 540, 660, true)], limits)
  expect(daysOf(plan)).toEqual(['2026-11-03 a'])
})

test('one town is visited together rather than two on one day', () => {
  const some = [
    due('w1', { place: wenzhou }),
    due('s1', { place: shanghai }),
    due('w2', { place: wenzhou }),
    due('s2', { place: shanghai }),
  ].map(visit => ({ ...visit, to: days[1]! }))
  const plan = planMonth(some, [], limits)
  const towns = Map.groupBy(plan.slots, slot => slot.day)
  expect([...towns.values()].map(slots => slots.map(slot => slot.key[0]).join(''))).toEqual(
    expect.arrayContaining(['ss', 'ww']),
  )
})

test('the hour that the account is used to is kept where it is free, else the nearest half hour', () => {
  const only = { from: days[0]!, to: days[0]!, preferred: 14 * 60 }
  expect(planMonth([due('a', only)], [], limits).slots[0]).toMatchObject({ start: 840, end: 900 })
  const busy = planMonth([due('a', only)], [taken(days[0]!, 840, 870)], limits)
  // 14:30 is the end; half an hour to get there, so 15:00 on, or 12:30 before.
  expect(busy.slots[0]).toMatchObject({ start: 900 })
})

test('what cannot be kept is said with its reason', () => {
  const monday = { from: days[0]!, to: days[0]! }
  const plan = planMonth(
    [
      due('closed', { ...monday, closed: new Set(days) }),
      due('outside', { from: '2026-11-07', to: '2026-11-08' }),
      due('long', { from: days[1]!, to: days[1]!, minutes: 500 }),
      ...['a', 'b', 'c', 'd'].map(key => due(key, { ...monday, weight: key === 'd' ? 2 : 1 })),
    ],
    [taken(days[1]!, 700, 760)],
    limits,
  )
  expect(plan.notKept).toEqual(
    expect.arrayContaining([
      { key: 'closed', why: 'no working day' },
      { key: 'outside', why: 'no working day' },
      { key: 'long', why: 'no free hour' },
      { key: 'c', why: 'days full' },
    ]),
  )
  expect(plan.slots.map(slot => slot.key).sort()).toEqual(['a', 'b', 'd'])
})

test('nothing overlaps, no day is over its limit, every visit is placed or said not to be', () => {
  const anyDue = fc.record({
    from: fc.constantFrom(...days),
    length: fc.integer({ min: 0, max: 4 }),
    minutes: fc.constantFrom(30, 60, 90, 180),
    place: fc.constantFrom(null, wenzhou, shanghai),
    weight: fc.integer({ min: 1, max: 4 }),
    preferred: fc.option(fc.integer({ min: 540, max: 1080 }), { nil: null }),
  })
  fc.assert(
    fc.property(fc.array(anyDue, { maxLength: 20 }), given => {
      const visits = given.map((each, key) =>
        due(String(key), { ...each, to: days[Math.min(4, days.indexOf(each.from) + each.length)]! }),
      )
      const plan = planMonth(visits, [taken(days[2]!, 600, 720)], limits)
      expect(plan.slots.length + plan.notKept.length).toBe(visits.length)
      for (const [day, slots] of Map.groupBy(plan.slots, slot => slot.day)) {
        expect(slots.length).toBeLessThanOrEqual(limits.visitsPerDay)
        const spans = [...slots, ...(day === days[2] ? [{ start: 600, end: 720 }] : [])].sort(
          (a, b) => a.start - b.start,
        )
        for (let at = 1; at < spans.length; at += 1)
          expect(spans[at]!.start).toBeGreaterThanOrEqual(spans[at - 1]!.end + 30)
      }
      expect(planMonth(visits, [taken(days[2]!, 600, 720)], limits)).toEqual(plan)
    }),
    { numRuns: 50 },
  )
})
