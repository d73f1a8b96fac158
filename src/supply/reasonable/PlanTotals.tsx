// biome-ignore-all lint/a11y/useSemanticElements: <meter> cannot be styled alike in all browsers
import { Trans, useLingui } from '@lingui/react/macro'
import { Decimal } from 'decimal.js'
import { Amount } from '../../web/figures/Amount.tsx'
import { useFormat } from '../../web/use-format.ts'
import { freightOf } from './full-load.ts'
import style from './targets.module.css'
import type { PlannedLineRead, PlannedOrderRead } from './targets.web.ts'

type Props = { order: PlannedOrderRead; lines: readonly PlannedLineRead[] }

/** Money, weight, what travels it in and how full that is, and what is left of credit and budget; as the lines stand now. */
export function PlanTotals({ order, lines }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const value = lines.reduce(
    (sum, { quantity, unitPrice }) => sum.plus(new Decimal(unitPrice ?? 0).times(quantity)),
    new Decimal(0),
  )
  const sumOf = (of: (line: PlannedLineRead) => number | null) =>
    lines.reduce((sum, line) => sum + (of(line) ?? 0) * Number(line.quantity), 0)
  const weight = sumOf(line => line.weightKg)
  const volume = sumOf(line => line.volumeM3)
  const unit = order.load?.unit
  const fill = unit ? Math.max(weight / unit.payloadKg, volume / unit.volumeM3) : 0
  const left = (limit: string | null) => (limit === null ? null : new Decimal(limit).minus(value))
  const means: [string, Decimal | null][] = [
    [t`Credit left after it`, left(order.means.credit)],
    [t`Budget left after it`, left(order.means.budget)],
  ]
  return (
    <div className={style.part}>
      <dl className={style.totals}>
        <div>
          <dt>{t({ message: 'Value', context: 'order' })}</dt>
          <dd>
            <Amount value={value.toFixed(2)} />
          </dd>
        </div>
        <div>
          <dt>{t`Weight`}</dt>
          <dd className="figures">{`${format.number(weight, weight < 100 ? 1 : 0)} kg`}</dd>
        </div>
        {unit && (
          <div>
            <dt>{t`Freight`}</dt>
            <dd>
              <Amount value={freightOf(fill, unit).toFixed(2)} />
            </dd>
          </div>
        )}
        {means.map(([name, rest]) =>
          rest === null ? null : (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={rest.isNegative() ? style.over : undefined}>
                <Amount value={rest.toFixed(2)} />
              </dd>
            </div>
          ),
        )}
      </dl>
      {unit && (
        <>
          <div
            className={style.gauge}
            role="meter"
            aria-label={t`How full the ${unit.name} is`}
            aria-valuenow={Math.round(fill * 100)}
            aria-valuemin={0}
            aria-valuemax={100}
            style={{ marginBottom: 0 }}
          >
            <span className={style.fill} style={{ width: `${Math.min(1, fill) * 100}%` }} />
          </div>
          <p>
            {order.load?.isFull && Number(order.load.saved) > 0 ? (
              <Trans>
                {unit.name}: {format.share(fill)} full. What was added to fill it saves{' '}
                <Amount value={order.load.saved} /> of freight and binds{' '}
                <Amount value={order.load.capital} form="exact" /> of capital.
              </Trans>
            ) : (
              <Trans>
                {unit.name}: {format.share(fill)} full; filling it up would bind more capital than it saves freight.
              </Trans>
            )}
          </p>
        </>
      )}
    </div>
  )
}
