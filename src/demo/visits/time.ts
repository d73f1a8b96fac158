import type { EntryFields } from '../../engage/calendar/entry.ts'
import { addDays, addMinutes, instantAt } from '../../engage/visits/wall-clock.ts'
import { Random } from '../random.ts'

export type Spending = {
  personId: string
  /** Accounts of the person that are key, and those that are not. */
  key: readonly number[]
  other: readonly number[]
  /** 0 to 1: how much of the week goes to key accounts. */
  focus: number
}

const timeZone = 'Asia/Shanghai'
const weeksBack = 13
const none = { startsAt: null, endsAt: null, doneOn: null, title: null }

/** Time entered by the managers in the last quarter, the department's meeting on Mondays, and what is to be done next. */
export function demoEntries(seed: string, spendings: readonly Spending[], monday: string): EntryFields[] {
  return spendings.flatMap(spending => {
    const random = new Random(seed, 'visits', 'time', spending.personId)
    const weeks = Array.from({ length: weeksBack }, (_, week) => addDays(monday, (week - weeksBack) * 7))
    return [...weeks.flatMap(week => weekOf(random, spending, week)), ...ahead(random, spending, monday)]
  })
}

function weekOf(random: Random, { personId, key, other, focus }: Spending, week: string): EntryFields[] {
  const time = (category: EntryFields['category'], accountId: number | null, minutes: number): EntryFields => ({
    ...{ ...none, personId, kind: 'time', category, accountId, minutes },
    day: addDays(week, random.integer(0, 4)),
  })
  const some = (low: number, high: number) => random.integer(low, high) * 15
  const ofKey = (category: EntryFields['category'], times: number, low: number, high: number) =>
    key.length === 0 ? [] : Array.from({ length: times }, () => time(category, random.pick(key), some(low, high)))
  const calls = Math.round((1 - focus) * 6)
  return [
    ...ofKey('preparation', 3, 4, 8),
    ...ofKey('call', 4, 2, 6),
    ...ofKey('travel', Math.round(2 + focus * 3), 4, 12),
    ...(other.length === 0 ? [] : Array.from({ length: calls }, () => time('call', random.pick(other), some(4, 10)))),
    time('administration', null, some(4, 8)),
    ...(random.chance(0.15) ? [time('training', null, some(8, 16))] : []),
    ...(random.chance(0.3) ? [time('prospecting', null, some(4, 12))] : []),
    meeting(personId, week),
  ]
}

function meeting(personId: string, week: string): EntryFields {
  const startsAt = instantAt({ day: week, time: '17:00' }, timeZone)
  const title = '部门周会 Weekly meeting'
  return {
    ...{ ...none, personId, kind: 'appointment', category: 'meeting', accountId: null, minutes: null, title },
    ...{ day: week, startsAt, endsAt: addMinutes(startsAt, 60) },
  }
}

const tasks = [
  '寄送新样品 Send the new samples',
  '更新价格表 Update the price list',
  '确认备货计划 Confirm the stock plan',
  '整理竞品资料 Collect what competitors offer',
]

function ahead(random: Random, { personId, key }: Spending, monday: string): EntryFields[] {
  const meetings = [0, 1, 2, 3].map(week => meeting(personId, addDays(monday, week * 7)))
  const due = [0, 1].map((_, place): EntryFields => {
    const day = addDays(monday, random.integer(place * 3, 4 + place * 5))
    const accountId = key.length === 0 ? null : random.pick(key)
    return {
      ...{ ...none, personId, kind: 'task', category: 'preparation', minutes: null, accountId, day },
      title: random.pick(tasks),
    }
  })
  return [...meetings, ...due]
}
