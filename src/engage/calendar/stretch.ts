import { addDays, weekOf } from '../visits/wall-clock.ts'
import type { CalendarView } from './calendar-search.ts'

export type Stretch = { from: string; to: string; days: string[] }

/** The days that a view shows around a day: whole weeks of its month, its week, or four weeks from it on. */
export function stretchOf(view: CalendarView, day: string): Stretch {
  if (view === 'agenda') return span(day, addDays(day, 27))
  if (view === 'week') return span(weekOf(day), addDays(weekOf(day), 6))
  const first = `${day.slice(0, 7)}-01`
  const last = addDays(monthAfter(first, 1), -1)
  return span(weekOf(first), addDays(weekOf(last), 6))
}

function span(from: string, to: string): Stretch {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return { from, to, days }
}

/** The first day of the month so many months on. */
export function monthAfter(day: string, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

/** Where “next” and “previous” lead. */
export function stepped(view: CalendarView, day: string, direction: 1 | -1): string {
  if (view === 'month') return monthAfter(day, direction)
  return addDays(day, direction * (view === 'week' ? 7 : 28))
}

export type Lane = { lane: number; lanes: number }

/** Side by side where they overlap: each group of overlapping spans shares its width. In the order given. */
export function lanesOf(spans: readonly { start: number; end: number }[]): Lane[] {
  const order = spans.map((_, place) => place).sort((a, b) => spans[a]!.start - spans[b]!.start || a - b)
  const found: Lane[] = spans.map(() => ({ lane: 0, lanes: 1 }))
  let group: number[] = []
  let ends: number[] = []
  const close = () => {
    for (const place of group) found[place]!.lanes = ends.length
    group = []
    ends = []
  }
  for (const place of order) {
    const { start, end } = spans[place]!
    if (group.length > 0 && ends.every(each => each <= start)) close()
    const free = ends.findIndex(each => each <= start)
    const lane = free < 0 ? ends.length : free
    ends[lane] = end
    found[place] = { lane, lanes: 1 }
    group.push(place)
  }
  close()
  return found
}
