import { Trans, useLingui } from '@lingui/react/macro'
import { Amount, Unknown } from '../../web/figures/Amount.tsx'
import { ScoreBar } from '../../web/figures/ScoreBar.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { criterionWords } from '../explain-words.ts'
import { measureFigure, measureMeaning, measureName, unknownReason } from '../measure-words.ts'
import { amountMeasureKeys, type MeasureKey, measures } from '../measures.ts'
import { scaleWords } from '../scale-words.ts'
import style from './standing.module.css'
import type { Standing } from './use-standing.web.ts'

type Criterion = Standing['explained']['criteria'][number]

/** Figures that are sums over the months of the window. */
const restOnMonths: readonly MeasureKey[] = [
  'revenue',
  'margin',
  'costToServe',
  'contribution',
  'activeMonths',
  'growth',
]

/** Each criterion from raw value over rank and scale to its points. */
export function CriteriaTable({ standing, onMonths }: { standing: Standing; onMonths: (() => void) | undefined }) {
  const language = useLanguage()
  const format = useFormat()
  return (
    <div className={style.criteria}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Criterion</Trans>
            </th>
            <th scope="col" data-align="right">
              <Trans>Value</Trans>
            </th>
            <th scope="col" data-align="right" data-wide>
              <Trans>Score</Trans>
            </th>
            <th scope="col" className={style.bar}>
              <Trans>Points</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {standing.explained.criteria.map(criterion => {
            const { measure } = criterion
            const full = criterion.weightShare * 100
            return (
              <tr key={measure}>
                <th scope="row">
                  <span data-hint={measureMeaning(measure, language)}>{measureName(measure, language)}</span>
                  <span className={style.scale}>{scaleWords(criterion.scale, measure, language)}</span>
                </th>
                <td data-align="right">
                  <Value criterion={criterion} onMonths={onMonths} />
                  {criterion.rank !== null && (
                    <span className={style.scale}>
                      <Trans>
                        rank {format.count(criterion.rank)} of {format.count(criterion.of)}
                      </Trans>
                    </span>
                  )}
                </td>
                <td data-align="right" data-wide>
                  {criterion.score === null ? '–' : format.points(criterion.score)}
                </td>
                <td className={style.bar}>
                  {full > 0 ? (
                    <span data-hint={criterionWords(criterion, language)}>
                      <ScoreBar
                        points={criterion.points}
                        of={Math.round(full * 10) / 10}
                        label={measureName(measure, language)}
                      />
                    </span>
                  ) : (
                    <span className={style.scale}>{criterionWords(criterion, language)}</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function Value({ criterion, onMonths }: { criterion: Criterion; onMonths: (() => void) | undefined }) {
  const { t } = useLingui()
  const language = useLanguage()
  const { measure, value } = criterion
  if (value === null) {
    const without = measures[measure].unknownWithout
    return <Unknown reason={without ? unknownReason(without, language) : undefined} />
  }
  const shown = (amountMeasureKeys as readonly string[]).includes(measure) ? (
    <Amount value={value} />
  ) : (
    measureFigure(measures[measure], value, language)
  )
  if (!onMonths || !restOnMonths.includes(measure)) return shown
  return (
    <button type="button" className={style.drill} onClick={onMonths} data-hint={t`Show the months`}>
      {shown}
    </button>
  )
}
