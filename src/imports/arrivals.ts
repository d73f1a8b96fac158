/** How often figures of a source arrive, and whether they should have by now. */
export type Arrival = {
  /** The last day on which some arrived. */
  last: string
  /** Its usual working days from one arrival to the next, 1 at least. */
  everyDays: number
  /** The working day on which the next should have come. */
  expected: string
}

/** Fewer days of arrival than this make no rhythm: a file brought in once is not missed. */
const fewest = 3

/**
 * Whether figures are late: the days (newest first, each once) on which those of a source arrived, against its own rhythm,
 * the median of its gaps in working days. They are missed on the working day after the one on which they were expected: a
 * nightly file last seen on Friday not on Monday, but on Tuesday. Null where nothing is late or there is no rhythm.
 */
export function lateArrival(days: readonly string[], today: string): Arrival | null {
  const last = days[0]
  if (last === undefined || days.length < fewest) return null
  const gaps = days.slice(1).map((day, index) => Math.max(1, workingDays(day, days[index]!)))
  const everyDays = gaps.sort((one, other) => one - other)[gaps.length >> 1]!
  if (workingDays(last, today) <= everyDays) return null
  return { last, everyDays, expected: workingDayAfter(last, everyDays) }
}

const oneDay = 86_400_000
const isWorking = (time: number): boolean => ![0, 6].includes(new Date(time).getUTCDay())

/** Mondays to Fridays after `from`, up to `to`. */
function workingDays(from: string, to: string): number {
  let count = 0
  for (let time = Date.parse(from) + oneDay; time <= Date.parse(to); time += oneDay) if (isWorking(time)) count += 1
  return count
}

function workingDayAfter(from: string, days: number): string {
  let time = Date.parse(from)
  for (let left = days; left > 0; ) {
    time += oneDay
    if (isWorking(time)) left -= 1
  }
  return new Date(time).toISOString().slice(0, 10)
}
