import { useLingui } from '@lingui/react/macro'
import { useFormat } from '../../web/use-format.ts'
import style from './targets.module.css'
import type { TargetExplained } from './targets.web.ts'

/** The position against the level at which an order cannot wait, and the target. */
export function PositionGauge({ target, position }: { target: TargetExplained; position: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const whole = Math.max(target.target, position, 1) * 1.1
  const part = (value: number) => `${Math.min(100, Math.max(0, (value / whole) * 100))}%`
  const near = target.target > 0 && (target.target - target.reorderAt) / whole < 0.35
  const ticks = [
    {
      at: target.reorderAt,
      name: t`order now below ${format.count(Math.round(target.reorderAt))}`,
      edge: near ? 'right' : target.reorderAt / whole < 0.25 ? 'left' : undefined,
    },
    {
      at: target.target,
      name: t`target ${format.count(Math.round(target.target))}`,
      edge: near && target.target / whole < 0.75 ? 'left' : target.target / whole > 0.8 ? 'right' : undefined,
    },
  ]
  return (
    <div
      className={style.gauge}
      role="img"
      aria-label={t`${format.count(Math.round(position))} there and coming, target ${format.count(Math.round(target.target))}`}
    >
      <span className={style.fill} data-low={target.state === 'short'} style={{ width: part(position) }} />
      {target.target > 0 &&
        ticks.map(({ at, name, edge }) => (
          <span key={name} className={style.tick} style={{ left: part(at) }}>
            <span className={style.tickName} data-edge={edge}>
              {name}
            </span>
          </span>
        ))}
    </div>
  )
}
