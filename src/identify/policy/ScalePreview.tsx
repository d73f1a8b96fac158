import { useLingui } from '@lingui/react/macro'
import { useLanguage } from '../../web/use-format.ts'
import { measureFigure, measureName } from '../measure-words.ts'
import { type MeasureKey, measures } from '../measures.ts'
import type { Scale } from '../policy.ts'
import { scaleCurve } from '../scale-default.ts'
import style from './ScalePreview.module.css'

const width = 232
const height = 112
const left = 28
const bottom = 20
const top = 8

/** The score over the value, from 0 to 100; for a percentile over the share of accounts that are worse. */
export function ScalePreview({ measure, scale }: { measure: MeasureKey; scale: Scale }) {
  const { t } = useLingui()
  const language = useLanguage()
  const curve = scaleCurve(scale, measure)
  const x = (at: number) => left + at * (width - left - 4)
  const y = (score: number) => top + (1 - score / 100) * (height - top - bottom)
  const points = curve?.points ?? [
    { at: 0, score: 0 },
    { at: 1, score: 100 },
  ]
  const path = points.map(
    (point, index) => `${index === 0 ? 'M' : 'L'}${x(point.at).toFixed(1)} ${y(point.score).toFixed(1)}`,
  )
  const bound = (value: number) =>
    measureFigure(measures[measure], roundedText(value, measures[measure].unit), language)
  const name = measureName(measure, language)
  return (
    <svg className={style.preview} viewBox={`0 0 ${width} ${height}`} role="img">
      <title>{t`Score over ${name}`}</title>
      <line x1={left} x2={width - 4} y1={y(0)} y2={y(0)} className={style.axis} />
      <line x1={left} x2={width - 4} y1={y(100)} y2={y(100)} className={style.grid} />
      <line x1={left} x2={width - 4} y1={y(50)} y2={y(50)} className={style.grid} />
      <path d={`${path.join('')}L${x(1)} ${y(0)}L${x(0)} ${y(0)}Z`} className={style.area} />
      <path d={path.join('')} className={style.line} />
      <text x={left - 6} y={y(100) + 4} textAnchor="end" className={style.label}>
        100
      </text>
      <text x={left - 6} y={y(0) + 4} textAnchor="end" className={style.label}>
        0
      </text>
      {curve ? (
        curve.bounds.map(value => {
          const at = (value - curve.low) / (curve.high - curve.low)
          return (
            <g key={value}>
              <line x1={x(at)} x2={x(at)} y1={y(0)} y2={y(0) + 3} className={style.axis} />
              <text
                x={x(at)}
                y={height - 6}
                textAnchor={at < 0.2 ? 'start' : at > 0.8 ? 'end' : 'middle'}
                className={style.label}
              >
                {bound(value)}
              </text>
            </g>
          )
        })
      ) : (
        <>
          <text x={left} y={height - 6} className={style.label}>
            {t`worst`}
          </text>
          <text x={width - 4} y={height - 6} textAnchor="end" className={style.label}>
            {t`best`}
          </text>
        </>
      )}
    </svg>
  )
}

/** Two digits for shares, grades and times; whole figures otherwise. */
function roundedText(value: number, unit: string): string {
  const digits = unit === 'share' ? 3 : unit === 'times' || unit === 'grade' ? 1 : 0
  return String(Number(value.toFixed(digits)))
}
