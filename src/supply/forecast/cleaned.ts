import { type Effect, inScope, withoutEffect } from './adjustment.ts'
import type { Past } from './base-forecast.ts'
import type { Item } from './items.ts'

/** The past of the items without what people have said was out of the ordinary, one adjustment after the other. */
export function cleaned(items: readonly Item[], effects: readonly Effect[], months: readonly string[]): Past[] {
  const courses = items.map(item => item.whole)
  const firstAhead = months.length
  for (const effect of effects) {
    const begins = months.findIndex(month => month.slice(0, 7) >= effect.fromDay.slice(0, 7))
    if (begins < 0 || begins >= firstAhead) continue
    const touched = items.flatMap((item, at) => (inScope(effect, item) ? [at] : []))
    const without = withoutEffect(
      effect,
      touched.map(at => courses[at]!),
      months,
    )
    for (const [place, at] of touched.entries()) courses[at] = without[place]!
  }
  return items.map(({ accountId, productId, category, tier, from }, at) => ({
    accountId,
    productId,
    category,
    tier,
    from,
    course: courses[at]!,
  }))
}
