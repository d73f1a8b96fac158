import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import { Random } from '../random.ts'

export type DemoSponsor = {
  account: string
  executiveKey: string
  visitsAYear: number
  /** Days on which they went, and will go. */
  held: string[]
  planned: string[]
}

/** The largest accounts: at home with the president, abroad with the vice president; some still have nobody. */
export function demoSponsors(seed: string, accounts: readonly DemoAccount[]): DemoSponsor[] {
  return accounts
    .filter(account => account.rank < 26 && account.behaviour.life !== 'lost')
    .flatMap(account => {
      const random = new Random(seed, 'sponsors', account.rank)
      if (!random.chance(0.75)) return []
      const visitsAYear = random.pick([1, 2, 2, 3])
      const went = random.chance(0.7) ? visitsAYear : visitsAYear - 1
      return [
        {
          account: account.code,
          executiveKey: account.place.country === 'CN' ? 'zheng.guodong' : 'anna.lindqvist',
          visitsAYear,
          held: Array.from({ length: went }, () => weekday(dayNumber(demoDay) - random.integer(7, 340))).sort(),
          planned: random.chance(0.6) ? [weekday(dayNumber(demoDay) + random.integer(7, 60))] : [],
        },
      ]
    })
}

/** That day, or the Monday after a weekend. */
function weekday(day: number): string {
  const weekdayOf = new Date(`${dayText(day)}T00:00:00Z`).getUTCDay()
  return dayText(weekdayOf === 0 ? day + 1 : weekdayOf === 6 ? day + 2 : day)
}
