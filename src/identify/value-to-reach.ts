import { amountOf, decimalsOf, unitsOf } from './exact-amount.ts'
import type { WayUp } from './explain.ts'
import type { Measure } from './measures.ts'

/**
 * How much better a value must become to reach (or, `beyond`, to pass) a target: rounded up to whole steps of the
 * measure, since “312,400 more” is a thing to aim for and “312,399.6172” is not. Null where it is there already.
 */
export function valueToReach(measure: Measure, from: string, target: { value: number; beyond: boolean }): WayUp | null {
  const rising = measure.better === 'higher'
  const step = 10 ** -measure.decimals
  const distance = rising ? target.value - Number(from) : Number(from) - target.value
  let steps = Math.ceil(distance / step - 1e-6)
  if (target.beyond && steps * step - distance < 1e-6 * step) steps += 1
  if (steps <= 0) return null
  const more = amountOf(BigInt(steps), measure.decimals)
  const decimals = Math.max(decimalsOf(from), decimalsOf(more))
  const change = unitsOf(more, decimals)
  return {
    measure: measure.key,
    from,
    to: amountOf(unitsOf(from, decimals) + (rising ? change : -change), decimals),
    more,
  }
}
