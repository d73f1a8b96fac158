/** A week of one product at one account. Quantities in units. */
export type SalesWeek = {
  /** Its Monday. */
  week: string
  sold: number
  /** There was nothing to sell at some time of the week: reported so, or nothing on hand at its end. */
  wasOut: boolean
  /** What the account itself says it could not sell; null where it says nothing. */
  reported: number | null
}

export type LostSales = {
  /** Expected units that could not be sold, and their standard deviation. */
  units: number
  deviation: number
  weeksOut: number
  /** Of the units, those that the account reported itself. */
  reported: number
}

/** Weeks on each side that are looked at for what is usual: a season changes more slowly than a quarter. */
const reach = 13
/** As many usual weeks are looked for, nearest first; fewer than three say too little. */
const wanted = 8
const least = 3

/**
 * Sales lost while a product was out of stock: for each such week, what is usual (the mean of the nearest eight weeks
 * with stock, at most a quarter away) less what was sold all the same. Where the account reported its lost sales, its
 * figure stands and is certain. The deviation is that of a new week around the mean of n: s·√(1 + 1/n), weeks taken as
 * independent. Sales of weeks without stock say nothing of demand and are left out (Conrad 1976; Nahmias 1994).
 * Only the weeks asked for count, the others tell what is usual. Returns null where a product was out but too few usual
 * weeks are known; weeks must be sorted.
 */
export function lostSales(
  weeks: readonly SalesWeek[],
  asked: (week: string) => boolean = () => true,
): LostSales | null {
  let units = 0
  let variance = 0
  let weeksOut = 0
  let reported = 0
  let unknown = 0
  weeks.forEach((week, index) => {
    if (!asked(week.week)) return
    if (week.reported !== null && week.reported > 0) {
      units += week.reported
      reported += week.reported
      weeksOut += 1
      return
    }
    if (!week.wasOut) return
    weeksOut += 1
    const usual = nearestUsual(weeks, index)
    if (usual.length < least) {
      unknown += 1
      return
    }
    const mean = usual.reduce((sum, each) => sum + each, 0) / usual.length
    const spread = usual.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (usual.length - 1)
    const lost = mean - week.sold
    if (lost <= 0) return
    units += lost
    variance += spread * (1 + 1 / usual.length)
  })
  if (weeksOut > 0 && unknown === weeksOut) return null
  return { units, deviation: Math.sqrt(variance), weeksOut, reported }
}

function nearestUsual(weeks: readonly SalesWeek[], index: number): number[] {
  const found: number[] = []
  for (let distance = 1; distance <= reach && found.length < wanted; distance += 1)
    for (const week of [weeks[index - distance], weeks[index + distance]])
      if (week && !week.wasOut && found.length < wanted) found.push(week.sold)
  return found
}

/** Nine of ten and one of ten: the 10% and 90% quantiles of a sum that is about normal; lost sales are never negative. */
export function likelyRange(mean: number, deviation: number): { p10: number; p90: number } {
  const z = 1.2816
  return { p10: Math.max(0, mean - z * deviation), p90: mean + z * deviation }
}
