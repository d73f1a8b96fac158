import { useLingui } from '@lingui/react/macro'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { weekdayName } from '../visits/visit-words.ts'
import { weekdayOf } from '../visits/wall-clock.ts'
import style from './plan.module.css'

type Day = { day: string; works: boolean; holiday: string | null; away: boolean; before: number; after: number }

/** Hours of visits on each day, as they stand and as the plan would have them. */
export function DayBars({ days }: { days: readonly Day[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const most = Math.max(240, ...days.map(each => Math.max(each.before, each.after)))
  const hours = (minutes: number) => format.number(minutes / 60, 1)
  return (
    <section className={style.bars} aria-label={t`Hours of visits by day`}>
      <span className={style.scale} aria-hidden="true">
        {format.duration(most * 60)}
      </span>
      <ol>
        {days.map(({ day, works, holiday, away, before, after }) => {
          const shut = holiday ?? (away ? t`Away` : null)
          const words = t`${weekdayName(weekdayOf(day), language)}, ${format.day(day)}: ${hours(after)} h with the plan, ${hours(before)} h now`
          return (
            <li key={day} data-closed={!works || away || undefined} data-hint={shut ? `${words} · ${shut}` : words}>
              <span className={style.bar} aria-hidden="true">
                <span className={style.after} style={{ height: `${(after / most) * 100}%` }} />
                <span className={style.before} style={{ height: `${(Math.min(before, after) / most) * 100}%` }} />
              </span>
              <span className={style.barDay} aria-hidden="true">
                {Number(day.slice(8))}
              </span>
              <span className={style.said}>{words}</span>
            </li>
          )
        })}
      </ol>
      <p className={style.barKey} aria-hidden="true">
        <span className={style.keyBefore} /> {t`As it stands`} <span className={style.keyAfter} /> {t`With the plan`}
      </p>
    </section>
  )
}
