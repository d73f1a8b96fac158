import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useFormat } from '../../web/use-format.ts'
import style from './targets.module.css'
import type { TargetExplained } from './targets.web.ts'

type Step = { name: ReactNode; note?: ReactNode; value: string; isSum?: boolean }

/** From what is sold to what should be there, and from what is there to what is missing: every figure with its source. */
export function TargetSteps({ target }: { target: TargetExplained }) {
  const { t } = useLingui()
  const format = useFormat()
  const one = (value: number) => format.number(value, 1)
  const basis = {
    forecast: t`from the forecast`,
    'sell-through': t`mean of 26 weeks of sell-through`,
    purchases: t`mean of a year’s purchases`,
  }[target.basis]
  const lead = {
    deliveries: t`as observed, with preparation`,
    lane: t`by the lane, with preparation`,
    policy: t`by the policy, with preparation`,
  }[target.leadSource]
  const demand: Step[] = [
    { name: t`Demand a week (μ)`, note: basis, value: one(target.demandWeek) },
    { name: t`Error of a week (σ)`, note: t`class ${target.class}`, value: one(target.sigmaWeek) },
    { name: t`Review, days (R)`, value: format.count(target.reviewDays) },
    {
      name: t`Lead time, days (L)`,
      note: `${lead}, ± ${one(target.leadSdDays)}`,
      value: one(target.leadDays),
    },
    { name: t`Demand within R + L`, value: one(target.demandAhead), isSum: true },
    {
      name: t`Service promised`,
      note:
        target.method === 'poisson'
          ? t`few pieces: counted singly, by the Poisson distribution`
          : `z = ${format.number(target.z, 3)}`,
      value: format.share(target.service),
    },
    {
      name: t`Safety stock`,
      note: target.method === 'poisson' ? undefined : t`z × ${one(target.deviation)}, the deviation within R + L`,
      value: one(target.safety),
    },
    {
      name: t`Target (S)`,
      // A piece of rounding aside, it is the sum unless the limit of excess cuts it.
      note:
        target.target < target.demandAhead + target.safety - 0.5
          ? t`no more than ${target.limits.excessWeeks} weeks of demand`
          : undefined,
      value: one(target.target),
      isSum: true,
    },
  ]
  const comes = Number(target.onOrder ?? 0) + Number(target.inTransit ?? 0)
  const reported = Number(target.onHand ?? 0) - Number(target.committed ?? 0) - Number(target.held ?? 0)
  const arrives = (target.position ?? 0) - reported
  const stock: Step[] =
    target.onHand === null
      ? []
      : [
          {
            name: t`On hand`,
            note: target.stockDay && t`reported on ${format.day(target.stockDay)}`,
            value: one(Number(target.onHand)),
          },
          ...(Number(target.committed ?? 0) > 0
            ? [{ name: t`Promised to their customers`, value: `−${one(Number(target.committed))}` }]
            : []),
          ...(Number(target.held ?? 0) > 0 ? [{ name: t`Held back`, value: `−${one(Number(target.held))}` }] : []),
          {
            name: t`Ordered and on its way`,
            note: comes > 0 ? t`${one(comes)} by their report` : undefined,
            value: one(arrives),
          },
          { name: t`Position`, value: one(target.position ?? 0), isSum: true },
          { name: t`Missing to the target`, value: one(target.wanted), isSum: true },
        ]
  return (
    <div className={style.part}>
      <h3>
        <Trans>Where the target comes from</Trans>
      </h3>
      <table className={style.steps}>
        <tbody>
          {[...demand, ...stock].map(({ name, note, value, isSum }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the steps never move
            <tr key={index} className={isSum ? style.sum : undefined}>
              <th scope="row">
                {name}
                {note && <small>{note}</small>}
              </th>
              <td className="figures">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
