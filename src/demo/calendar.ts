/** The demo's time: the 36 full months up to the fixed reference day, whatever the date is where it is made. */
export const firstDay = '2023-11-01'
export const lastDay = '2026-10-31'
export const monthCount = 36

/** The three quarterly reviews that the demo's department has behind it. */
export const pastReviewDays = ['2026-03-31', '2026-06-30', '2026-09-30'] as const

const springFestivals = ['2024-02-10', '2025-01-29', '2026-02-17']
const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.parse(day) / millisecondsPerDay
}

export function dayText(number: number): string {
  return new Date(number * millisecondsPerDay).toISOString().slice(0, 10)
}

const firstNumber = dayNumber(firstDay)
const festivalNumbers = springFestivals.map(dayNumber)

export type DemoDay = { number: number; text: string; month: number; working: boolean }

/** Every day of the demo, with the index of its month (0 is 2023-11) and whether offices in China work. */
export const demoDays: readonly DemoDay[] = Array.from({ length: dayNumber(lastDay) - firstNumber + 1 }, (_, index) => {
  const number = firstNumber + index
  const text = dayText(number)
  return { number, text, month: monthOf(text), working: isWorking(number, text) }
})

/** Index of the month since 2023-11, which is 0. */
export function monthOf(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - (2023 * 12 + 11)
}

export function calendarMonth(month: number): number {
  return ((month + 10) % 12) + 1
}

export function daysOfMonth(month: number): readonly DemoDay[] {
  return byMonth[month] ?? []
}

/** −15 … +20 around the spring festival, null on all other days. */
export function festivalDistance(number: number): number | null {
  for (const festival of festivalNumbers) {
    const distance = number - festival
    if (distance >= -15 && distance <= 20) return distance
  }
  return null
}

/** Orders on that day against an ordinary working day of the month; `festive` 1 is mainland China and Vietnam. */
export function dayWeight(day: DemoDay, festive: number): number {
  if (!day.working) return 0
  const dayOfMonth = Number(day.text.slice(8))
  const daysLeft = daysOfMonth(day.month).length - dayOfMonth
  const quarterEnd = calendarMonth(day.month) % 3 === 0
  const push = daysLeft < 7 ? (quarterEnd ? 2 : 1.4) : 1
  const distance = festivalDistance(day.number)
  const dip = distance === null ? 1 : distance < -7 ? 0.85 : distance < 12 ? 0.4 : 0.8
  return push * (1 - festive * (1 - dip))
}

function isWorking(number: number, text: string): boolean {
  const weekday = (number + 4) % 7
  if (weekday === 0 || weekday === 6) return false
  const dayOfYear = text.slice(5)
  if (dayOfYear === '01-01' || (dayOfYear >= '05-01' && dayOfYear <= '05-03')) return false
  if (dayOfYear >= '10-01' && dayOfYear <= '10-07') return false
  const distance = festivalDistance(number)
  return distance === null || distance < -1 || distance > 6
}

const byMonth: DemoDay[][] = Array.from({ length: monthCount }, (_, month) =>
  demoDays.filter(day => day.month === month),
)
