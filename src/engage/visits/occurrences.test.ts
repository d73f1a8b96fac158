import { describe, expect, test } from 'vitest'
import { type CadenceTimes, plannedOccurrences } from './occurrences.ts'
import { occurrenceDays, type Recurrence, readRule, ruleText } from './recurrence.ts'
import { instantAt, wallClockAt } from './wall-clock.ts'
import { type Holiday, isWorkingDay, type RegionCalendar, type WorkCalendar } from './working-days.ts'

const weekly = (weekday: Recurrence['weekday'], interval = 1): Recurrence => ({ every: 'week', interval, weekday })

const cadence = (changed: Partial<CadenceTimes> = {}): CadenceTimes => ({
  rule: weekly(2),
  startsOn: '2026-01-01',
  until: null,
  localTime: '10:00',
  timeZone: 'Asia/Shanghai',
  durationMinutes: 60,
  onHoliday: 'next',
  ...changed,
})

const region = (...days: Holiday[]): RegionCalendar => new Map(days.map(day => [day.day, day]))
const off = (day: string, name = 'Holiday'): Holiday => ({ day, name, kind: 'holiday' })
const worked = (day: string): Holiday => ({ day, name: '补班', kind: 'working day' })
const calendar = (...regions: RegionCalendar[]): WorkCalendar => ({ regions, workdays: [1, 2, 3, 4, 5] })
const open = calendar()

describe('the rule', () => {
  test.each<[Recurrence, string]>([
    [weekly(2), 'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU'],
    [weekly(7, 3), 'FREQ=WEEKLY;INTERVAL=3;BYDAY=SU'],
    [{ every: 'month', interval: 1, weekday: 5, nth: -1 }, 'FREQ=MONTHLY;INTERVAL=1;BYDAY=-1FR'],
    [{ every: 'month', interval: 2, weekday: 1, nth: 2 }, 'FREQ=MONTHLY;INTERVAL=2;BYDAY=2MO'],
  ])('%o is kept as %s and read back', (rule, text) => {
    expect(ruleText(rule)).toBe(text)
    expect(readRule(text)).toEqual(rule)
  })

  test.each([
    'FREQ=DAILY;INTERVAL=1',
    'FREQ=WEEKLY;INTERVAL=0;BYDAY=TU',
    'FREQ=WEEKLY;INTERVAL=1;BYDAY=2TU',
    'FREQ=MONTHLY;INTERVAL=1;BYDAY=TU',
    'FREQ=MONTHLY;INTERVAL=1;BYDAY=5TU',
    'FREQ=WEEKLY;INTERVAL=1;BYDAY=TU;COUNT=3',
  ])('%s is not one of ours', text => expect(readRule(text)).toBeNull())

  test('every second week is counted from the first week, wherever one looks', () => {
    const days = occurrenceDays(weekly(2, 2), '2026-01-05', '2026-01-01', '2026-03-31')
    expect(days).toEqual([
      '2026-01-06',
      '2026-01-20',
      '2026-02-03',
      '2026-02-17',
      '2026-03-03',
      '2026-03-17',
      '2026-03-31',
    ])
    expect(occurrenceDays(weekly(2, 2), '2026-01-05', '2026-02-04', '2026-03-02')).toEqual(['2026-02-17'])
  })

  test('every second week goes through week 53 without losing its step', () => {
    // 2026 has a week 53: 28 December to 3 January.
    expect(occurrenceDays(weekly(5, 2), '2026-12-14', '2026-12-14', '2027-01-31')).toEqual([
      '2026-12-18',
      '2027-01-01',
      '2027-01-15',
      '2027-01-29',
    ])
  })

  test('29 February is a day like others, and the last weekday of February follows the leap year', () => {
    expect(occurrenceDays(weekly(2), '2028-02-01', '2028-02-22', '2028-03-07')).toEqual([
      '2028-02-22',
      '2028-02-29',
      '2028-03-07',
    ])
    const last = { every: 'month', interval: 1, weekday: 2, nth: -1 } as const
    expect(occurrenceDays(last, '2028-01-01', '2028-02-01', '2028-02-29')).toEqual(['2028-02-29'])
    expect(occurrenceDays(last, '2027-01-01', '2027-02-01', '2027-02-28')).toEqual(['2027-02-23'])
  })

  test('both ends of the span are inside, and nothing is before the cadence', () => {
    expect(occurrenceDays(weekly(2), '2026-01-06', '2026-01-06', '2026-01-13')).toEqual(['2026-01-06', '2026-01-13'])
    expect(occurrenceDays(weekly(2), '2026-01-07', '2026-01-01', '2026-01-12')).toEqual([])
  })
})

describe('the clock on the wall', () => {
  test.each([
    ['Europe/Berlin', '2026-03-24', '2026-03-24T09:00:00Z', '2026-03-31T08:00:00Z'],
    ['Europe/Berlin', '2026-10-20', '2026-10-20T08:00:00Z', '2026-10-27T09:00:00Z'],
    ['Australia/Sydney', '2026-03-31', '2026-03-30T23:00:00Z', '2026-04-07T00:00:00Z'],
    ['Australia/Sydney', '2026-09-29', '2026-09-29T00:00:00Z', '2026-10-05T23:00:00Z'],
  ])('in %s ten o’clock stays ten o’clock in the weeks around the change after %s', (timeZone, from, before, after) => {
    const made = plannedOccurrences(cadence({ timeZone }), open, from, '2026-12-31').slice(0, 2)
    expect(made.map(each => each.startsAt)).toEqual([before, after])
    expect(made.map(each => wallClockAt(each.startsAt, timeZone).time)).toEqual(['10:00', '10:00'])
  })

  test('an hour that the change of clocks skips is taken an hour later, one that comes twice the first time', () => {
    expect(instantAt({ day: '2026-03-29', time: '02:30' }, 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z')
    expect(instantAt({ day: '2026-10-25', time: '02:30' }, 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z')
    expect(instantAt({ day: '2026-10-25', time: '03:00' }, 'Europe/Berlin')).toBe('2026-10-25T02:00:00Z')
  })
})

describe('a holiday', () => {
  const days = (times: Partial<CadenceTimes>, work: WorkCalendar, from = '2026-09-28', to = '2026-10-16') =>
    plannedOccurrences(cadence(times), work, from, to).map(({ occurrenceDay, day, outcome, holiday }) =>
      outcome === 'on its day' ? day : `${occurrenceDay} → ${outcome === 'skipped' ? 'skipped' : day}: ${holiday}`,
    )
  const national = region(
    worked('2026-09-20'),
    ...['01', '02', '03', '04', '05', '06', '07'].map(day => off(`2026-10-${day}`, '国庆节')),
    worked('2026-10-10'),
  )

  test('moves a visit to the next working day, with its name', () => {
    expect(days({ rule: weekly(3) }, calendar(national))).toEqual([
      '2026-09-30',
      '2026-10-07 → 2026-10-08: 国庆节',
      '2026-10-14',
    ])
  })

  test('moves it to the working day before where the cadence says so', () => {
    expect(days({ rule: weekly(4), onHoliday: 'previous' }, calendar(national))).toEqual([
      '2026-10-01 → 2026-09-30: 国庆节',
      '2026-10-08',
      '2026-10-15',
    ])
  })

  test('skips it, named, where the cadence says so or the next visit is there anyway', () => {
    expect(days({ rule: weekly(4), onHoliday: 'skip' }, calendar(national))[0]).toBe('2026-10-01 → skipped: 国庆节')
    expect(days({ rule: weekly(4) }, calendar(national))[0]).toBe('2026-10-01 → skipped: 国庆节')
    expect(days({ rule: weekly(4, 2), startsOn: '2026-09-28' }, calendar(national))[0]).toBe(
      '2026-10-01 → 2026-10-08: 国庆节',
    )
  })

  test('of the account’s country counts as ours does, and the other day must suit both', () => {
    const theirs = region(off('2026-09-30', 'Theirs'), off('2026-10-08', 'Theirs'))
    expect(days({ rule: weekly(3) }, calendar(national, theirs))).toEqual([
      '2026-09-30 → 2026-10-09: Theirs'.replace('2026-10-09', 'skipped'),
      '2026-10-07 → 2026-10-09: 国庆节',
      '2026-10-14',
    ])
    expect(days({ rule: weekly(3) }, calendar(region(), theirs))[0]).toBe('2026-09-30 → 2026-10-01: Theirs')
  })

  test('is left to a weekend that is worked, unless the other country rests on it', () => {
    const long = region(off('2026-10-08', '国庆节'), off('2026-10-09', '国庆节'), worked('2026-10-10'))
    const thursday = { rule: weekly(4, 2), startsOn: '2026-10-05' }
    expect(days(thursday, calendar(long))).toEqual(['2026-10-08 → 2026-10-10: 国庆节'])
    expect(days(thursday, calendar(long, region()))).toEqual(['2026-10-08 → 2026-10-12: 国庆节'])
  })

  test('leaves a Saturday alone that was agreed on, and a day past the end of the cadence', () => {
    expect(days({ rule: weekly(6) }, calendar(national), '2026-10-09', '2026-10-18')).toEqual([
      '2026-10-10',
      '2026-10-17',
    ])
    expect(days({ rule: weekly(3), until: '2026-10-07' }, calendar(national))).toEqual([
      '2026-09-30',
      '2026-10-07 → skipped: 国庆节',
    ])
  })
})

test('without any calendar the usual week decides', () => {
  expect(isWorkingDay('2026-10-02', open)).toBe(true)
  expect(isWorkingDay('2026-10-03', open)).toBe(false)
  expect(isWorkingDay('2026-10-03', { ...open, workdays: [1, 2, 3, 4, 5, 6] })).toBe(true)
})
