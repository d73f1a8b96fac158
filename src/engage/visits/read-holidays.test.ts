import { expect, test } from 'vitest'
import { readHolidays } from './read-holidays.ts'

const file = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', ...events, 'END:VCALENDAR'].join('\r\n')
const event = (summary: string, start: string, ...more: string[]) =>
  ['BEGIN:VEVENT', `UID:${summary}${start}`, `SUMMARY:${summary}`, start, ...more, 'END:VEVENT'].join('\r\n')
const days = (text: string) => readHolidays(text, 2026)?.days.map(({ day, name, kind }) => `${day} ${name} ${kind}`)

test('a holiday of several days gives each of them; the end is the first day after', () => {
  const text = file(event('国庆节', 'DTSTART;VALUE=DATE:20261001', 'DTEND;VALUE=DATE:20261004'))
  expect(days(text)).toEqual(['2026-10-01 国庆节 holiday', '2026-10-02 国庆节 holiday', '2026-10-03 国庆节 holiday'])
})

test('a day that is not said to be a date is one all the same', () => {
  expect(days(file(event('X', 'DTSTART:20260501')))).toEqual(['2026-05-01 X holiday'])
})

test('one without an end is one day, one with hours the days it touches', () => {
  expect(days(file(event('Labour Day', 'DTSTART;VALUE=DATE:20260501')))).toEqual(['2026-05-01 Labour Day holiday'])
  const timed = event('Tet', 'DTSTART:20260216T000000', 'DTEND:20260218T000000')
  expect(days(file(timed))).toEqual(['2026-02-16 Tet holiday', '2026-02-17 Tet holiday'])
})

test.each(['国庆节 补班', '春节（班）', 'Make-up working day'])('“%s” is a weekend that is worked', summary => {
  expect(days(file(event(summary, 'DTSTART;VALUE=DATE:20261010')))).toEqual([`2026-10-10 ${summary} working day`])
})

test('a day with two names has both; a holiday outweighs a working day', () => {
  const text = file(
    event('中秋节', 'DTSTART;VALUE=DATE:20261001'),
    event('国庆节', 'DTSTART;VALUE=DATE:20261001'),
    event('补班', 'DTSTART;VALUE=DATE:20261001'),
  )
  expect(days(text)).toEqual(['2026-10-01 中秋节 / 国庆节 holiday'])
})

test('a holiday that comes every year is followed for two years around, 29 February only where there is one, less its exceptions', () => {
  const text = file(
    event('New Year', 'DTSTART;VALUE=DATE:20000101', 'RRULE:FREQ=YEARLY', 'EXDATE;VALUE=DATE:20260101'),
    event('Leap', 'DTSTART;VALUE=DATE:20000229', 'RRULE:FREQ=YEARLY'),
  )
  expect(days(text)).toEqual([
    '2024-01-01 New Year holiday',
    '2024-02-29 Leap holiday',
    '2025-01-01 New Year holiday',
    '2027-01-01 New Year holiday',
    '2028-01-01 New Year holiday',
    '2028-02-29 Leap holiday',
  ])
})

test('what is only observed, or was cancelled, is no day off', () => {
  const text = file(
    event(
      'Valentine’s Day',
      'DTSTART;VALUE=DATE:20260214',
      'DESCRIPTION:Observance\\nTo hide observances, go to settings',
    ),
    event('Withdrawn', 'DTSTART;VALUE=DATE:20260215', 'STATUS:CANCELLED'),
  )
  expect(readHolidays(text, 2026)).toEqual({ days: [], observances: 1 })
})

test.each(['', 'hello', file(event('X', 'DTSTART:tomorrow')), 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:X\r\nEND:VCARD'])(
  '“%s” is no calendar',
  text => {
    expect(readHolidays(text, 2026)).toBeNull()
  },
)

test('days that no calendar of ours has are left out', () => {
  const text = file(
    event('Before', 'DTSTART;VALUE=DATE:00000101'),
    event('After', 'DTSTART;VALUE=DATE:99991220', 'DTEND;VALUE=DATE:99991231', 'RRULE:FREQ=YEARLY;COUNT=2'),
    event('Now', 'DTSTART;VALUE=DATE:20260501'),
  )
  expect(days(text)).toEqual(['2026-05-01 Now holiday'])
})

test('a file made to keep us busy is none, or is read in a moment', () => {
  const began = performance.now()
  const everyMinute = `RRULE:FREQ=DAILY;BYHOUR=${[...Array(24).keys()]};BYMINUTE=${[...Array(60).keys()]}`
  expect(readHolidays(file(event('X', 'DTSTART;VALUE=DATE:20260101', everyMinute)), 2026)).toBeNull()
  const everyDay = Array.from({ length: 300 }, (_, at) =>
    event(`X${at}`, 'DTSTART;VALUE=DATE:00010101', 'RRULE:FREQ=DAILY'),
  )
  expect(readHolidays(file(...everyDay), 2026)).toBeNull()
  const oneDay = Array.from({ length: 5_000 }, (_, at) => event(`Name ${at}`, 'DTSTART;VALUE=DATE:20260101'))
  expect(readHolidays(file(...oneDay), 2026)?.days[0]?.name.length).toBeLessThan(1_000)
  expect(performance.now() - began).toBeLessThan(20_000)
})
