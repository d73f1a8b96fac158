import { useLingui } from '@lingui/react/macro'
import type { DragEvent } from 'react'
import { useCompany } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { weekdayName } from '../visits/visit-words.ts'
import { CalendarItemLink, dragType, type Item } from './CalendarItemLink.tsx'
import style from './calendar.module.css'
import type { Stretch } from './stretch.ts'

export type GridProps = {
  stretch: Stretch
  /** Any day within the month that is meant. */
  day: string
  items: readonly Item[]
  nameOfKind: (kind: string) => string
  nameOfPerson: (item: Item) => string | null
  /** What a day is called beside its number: holidays, worked weekends. */
  holidaysOn: (day: string) => { words: string; closed: boolean } | null
  isWorkday: (day: string) => boolean
  onDay: (day: string) => void
  onDrop: (visit: number, day: string, time: string) => void
}

const mostShown = 4

/** A month in weeks. */
export function MonthGrid({ stretch, day: shown, items, ...props }: GridProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const format = useFormat()
  const { today } = useCompany()
  const byDay = Map.groupBy(items, item => item.day)
  const weeks = Array.from({ length: stretch.days.length / 7 }, (_, week) => stretch.days.slice(week * 7, week * 7 + 7))
  return (
    <table className={style.month} aria-label={format.month(shown)}>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map(weekday => (
            <th key={weekday} scope="col">
              {weekdayName(weekday, language).slice(language === 'en' ? 0 : 2, 3)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map(days => (
          <tr key={days[0]}>
            {days.map(day => {
              const own = byDay.get(day) ?? []
              const holiday = props.holidaysOn(day)
              return (
                <td
                  key={day}
                  data-outside={day.slice(0, 7) !== shown.slice(0, 7) || undefined}
                  data-today={day === today || undefined}
                  data-closed={(holiday ? holiday.closed : !props.isWorkday(day)) || undefined}
                  onDragOver={event => event.dataTransfer.types.includes(dragType) && event.preventDefault()}
                  onDrop={event => dropped(event, (visit, time) => props.onDrop(visit, day, time))}
                >
                  <div className={style.dayHead}>
                    <button
                      type="button"
                      className={style.dayNumber}
                      aria-label={format.day(day)}
                      onClick={() => props.onDay(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                    {holiday && (
                      <span className={style.holiday} data-hint={holiday.words}>
                        {holiday.words}
                      </span>
                    )}
                  </div>
                  <ul className={style.items}>
                    {own.slice(0, mostShown).map(item => (
                      <li key={`${item.kind} ${item.key}`}>
                        <CalendarItemLink
                          item={item}
                          kind={props.nameOfKind(item.kind)}
                          person={props.nameOfPerson(item)}
                          short
                        />
                      </li>
                    ))}
                  </ul>
                  {own.length > mostShown && (
                    <button type="button" className={style.more} onClick={() => props.onDay(day)}>
                      {t`${own.length - mostShown} more`}
                    </button>
                  )}
                  {own.length > 0 && <span className={style.count}>{own.length}</span>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Reads what was dropped; anything else is left alone. */
export function dropped(event: DragEvent, then: (visit: number, time: string) => void): void {
  const text = event.dataTransfer.getData(dragType)
  if (!text) return
  event.preventDefault()
  const { visit, time } = JSON.parse(text) as { visit: number; time: string }
  then(visit, time)
}
