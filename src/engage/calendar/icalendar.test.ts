import ical from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Visit } from '../visits/visit.ts'
import { type IcalendarEvent, icalendarFile } from './icalendar.ts'
import { invitationFor } from './invitation.ts'

const event = (startsAt: string, timeZone: string, changed: Partial<IcalendarEvent> = {}): IcalendarEvent =>
  ({
    uid: `visit-${startsAt}@vitalfew.test`,
    sequence: 2,
    summary: 'Visit; with, signs',
    description: 'Bring the samples\nand the price list',
    location: 'Wenzhou 温州',
    url: 'https://vitalfew.test/calendar?visit=1',
    status: 'CONFIRMED',
    stamp: '2026-11-02T01:00:00Z',
    startsAt,
    endsAt: new Date(Date.parse(startsAt) + 3_600_000).toISOString(),
    timeZone,
    ...changed,
  }) as IcalendarEvent

/** Read by a parser that has nothing to do with the one that writes, with the zones of the file alone. */
function readBack(text: string) {
  const root = new ical.Component(ical.parse(text))
  const zones = new Map(
    root
      .getAllSubcomponents('vtimezone')
      .map(zone => [String(zone.getFirstPropertyValue('tzid')), new ical.Timezone(zone)]),
  )
  return root.getAllSubcomponents('vevent').map(component => {
    const read = new ical.Event(component)
    const zone = zones.get(String(component.getFirstProperty('dtstart')!.getParameter('tzid')))
    const time = read.startDate.clone()
    if (zone) time.zone = zone
    return { read, component, local: read.startDate.toString(), instant: time.toJSDate().toISOString() }
  })
}

describe('a calendar file, read by another parser', () => {
  test.each([
    ['Europe/Berlin', '2026-03-24T09:00:00Z', '2026-03-24T10:00:00', '2026-03-31T08:00:00Z', '2026-03-31T10:00:00'],
    ['Europe/Berlin', '2026-10-20T08:00:00Z', '2026-10-20T10:00:00', '2026-10-27T09:00:00Z', '2026-10-27T10:00:00'],
    ['Australia/Sydney', '2026-03-30T23:00:00Z', '2026-03-31T10:00:00', '2026-04-07T00:00:00Z', '2026-04-07T10:00:00'],
    ['Asia/Shanghai', '2026-03-24T02:00:00Z', '2026-03-24T10:00:00', '2026-10-27T02:00:00Z', '2026-10-27T10:00:00'],
    ['Asia/Kolkata', '2026-03-24T04:30:00Z', '2026-03-24T10:00:00', '2026-10-27T04:30:00Z', '2026-10-27T10:00:00'],
  ])(
    'says the right hour in %s on both sides of a change of clocks',
    (zone, before, beforeLocal, after, afterLocal) => {
      const [one, other] = readBack(
        icalendarFile([event(before, zone), event(after, zone)], { name: 'Mine', method: 'PUBLISH' }),
      )
      expect([one!.local, other!.local]).toEqual([beforeLocal, afterLocal])
      expect([one!.instant, other!.instant]).toEqual([before, after].map(each => each.replace('Z', '.000Z')))
    },
  )

  test('in a file with several zones each event keeps its own', () => {
    const text = icalendarFile(
      [event('2026-07-01T08:00:00Z', 'Europe/Berlin'), event('2026-12-01T02:00:00Z', 'Asia/Manila')],
      { name: 'Mine', method: 'PUBLISH' },
    )
    expect(readBack(text).map(each => each.instant)).toEqual(['2026-07-01T08:00:00.000Z', '2026-12-01T02:00:00.000Z'])
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(2)
  })

  test('keeps signs, lines and Chinese, folded to 75 octets', () => {
    const long = '拜访温州海港工厂的采购总监，讨论明年的备货计划'.repeat(4)
    const text = icalendarFile([event('2026-07-01T08:00:00Z', 'Asia/Shanghai', { location: long })], {
      name: 'Mine',
      method: 'PUBLISH',
    })
    const [{ read }] = readBack(text) as [ReturnType<typeof readBack>[number]]
    expect([read.summary, read.description, read.location]).toEqual([
      'Visit; with, signs',
      'Bring the samples\nand the price list',
      long,
    ])
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  test('has whole days as days', () => {
    const day = { ...event('2026-07-01T08:00:00Z', 'UTC'), day: '2028-02-29', timeZone: null } as IcalendarEvent
    const [{ read }] = readBack(icalendarFile([day], { name: 'Mine', method: 'PUBLISH' })) as [
      ReturnType<typeof readBack>[number],
    ]
    expect(read.startDate.isDate).toBe(true)
    expect([read.startDate.toString(), read.endDate.toString()]).toEqual(['2028-02-29', '2028-03-01'])
  })
})

describe('an invitation', () => {
  const visit = {
    id: 7,
    startsAt: '2026-11-10T02:00:00Z',
    endsAt: '2026-11-10T03:00:00Z',
    timeZone: 'Asia/Shanghai',
    purpose: 'Stock before the season',
    sequence: 0,
  } as Visit
  const part = {
    method: 'REQUEST',
    organizer: { name: 'Chen Xiaolan', email: 'chen@ours.test' },
    attendee: { name: 'Liu Yang', email: 'liu@theirs.test' },
    company: 'Seawall',
    account: 'Harbour Works',
    location: 'Wenzhou',
    host: 'vitalfew.test',
    now: '2026-11-02T01:00:00Z',
    language: 'en',
  } as const

  test('asks the guest in the name of who comes', () => {
    const { icalendar, subject } = invitationFor(visit, part)
    const root = new ical.Component(ical.parse(icalendar))
    expect(root.getFirstPropertyValue('method')).toBe('REQUEST')
    const [{ read, component }] = readBack(icalendar) as [ReturnType<typeof readBack>[number]]
    expect(read.uid).toBe('visit-7@vitalfew.test')
    expect(read.organizer).toBe('mailto:chen@ours.test')
    expect(String(read.attendees[0]!.getFirstValue()).toLowerCase()).toBe('mailto:liu@theirs.test')
    expect(component.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(subject).toBe('Visit of Chen Xiaolan, Seawall')
  })

  test('called off keeps its UID and is newer than what went before', () => {
    const off = invitationFor({ ...visit, sequence: 1 }, { ...part, method: 'CANCEL' })
    const [{ read, component }] = readBack(off.icalendar) as [ReturnType<typeof readBack>[number]]
    expect([read.uid, read.sequence]).toEqual(['visit-7@vitalfew.test', 1])
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(off.subject).toBe('Called off: Visit of Chen Xiaolan, Seawall')
  })
})
