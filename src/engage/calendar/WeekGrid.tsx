import type { DragEvent } from 'react'
import { useCompany } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { weekdayName } from '../visits/visit-words.ts'
import { weekdayOf } from '../visits/wall-clock.ts'
import { CalendarItemLink, dragType, timeOf } from './CalendarItemLink.tsx'
import style from './calendar.module.css'
import { dropped, type GridProps } from './MonthGrid.tsx'
import { lanesOf } from './stretch.ts'

const hourHeight = 48
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** A week by the hour; the hours shown are those of work, more where something lies outside. */
export function WeekGrid({ stretch, items, ...props }: GridProps) {
  const language = useLanguage()
  const format = useFormat()
  const { today, timeZone } = useCompany()
  const timed = items.flatMap(item => {
    const time = timeOf(item, timeZone)
    if (!time) return []
    const start = minuteOf(time)
    const minutes = (Date.parse(item.endsAt!) - Date.parse(item.startsAt!)) / 60_000
    return [{ item, start, end: Math.min(1440, start + minutes) }]
  })
  const first = Math.min(8 * 60, ...timed.map(each => Math.floor(each.start / 60) * 60))
  const last = Math.max(19 * 60, ...timed.map(each => Math.ceil(each.end / 60) * 60))
  const hours = Array.from({ length: (last - first) / 60 }, (_, hour) => first + hour * 60)
  const drop = (event: DragEvent<HTMLElement>, day: string) => {
    const { top } = event.currentTarget.getBoundingClientRect()
    const minutes = first + Math.round((((event.clientY - top) / hourHeight) * 60) / 15) * 15
    dropped(event, visit => props.onDrop(visit, day, clockOf(Math.min(Math.max(minutes, 0), 1425))))
  }
  return (
    <div className={style.week}>
      <div className={style.hours} style={{ height: hours.length * hourHeight }} aria-hidden="true">
        {hours.map(hour => (
          <span key={hour} style={{ top: ((hour - first) / 60) * hourHeight }}>
            {clockOf(hour)}
          </span>
        ))}
      </div>
      {stretch.days.map(day => {
        const own = timed.filter(each => each.item.day === day)
        const lanes = lanesOf(own)
        const whole = items.filter(item => item.day === day && !item.startsAt)
        const holiday = props.holidaysOn(day)
        const name = `${weekdayName(weekdayOf(day), language)}, ${format.day(day)}`
        return (
          <section
            key={day}
            className={style.column}
            aria-label={name}
            data-today={day === today || undefined}
            data-closed={(holiday ? holiday.closed : !props.isWorkday(day)) || undefined}
          >
            <h3 className={style.columnHead}>
              <button type="button" className={style.columnDay} onClick={() => props.onDay(day)}>
                <span>{weekdayName(weekdayOf(day), language).slice(language === 'en' ? 0 : 2, 3)}</span>
                <span className={style.columnNumber}>{Number(day.slice(8))}</span>
              </button>
            </h3>
            <div className={style.allDay}>
              {holiday && (
                <span className={style.holiday} data-hint={holiday.words}>
                  {holiday.words}
                </span>
              )}
              {whole.map(item => (
                <CalendarItemLink
                  key={`${item.kind} ${item.key}`}
                  item={item}
                  kind={props.nameOfKind(item.kind)}
                  person={props.nameOfPerson(item)}
                  short
                />
              ))}
            </div>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has its keyboard way in the visit's drawer */}
            <div
              className={style.track}
              style={{ height: hours.length * hourHeight }}
              onDragOver={event => event.dataTransfer.types.includes(dragType) && event.preventDefault()}
              onDrop={event => drop(event, day)}
            >
              {own.map(({ item, start, end }, place) => {
                const { lane, lanes: of } = lanes[place]!
                return (
                  <div
                    key={`${item.kind} ${item.key}`}
                    className={style.block}
                    style={{
                      top: ((start - first) / 60) * hourHeight,
                      height: Math.max(22, ((end - start) / 60) * hourHeight - 2),
                      left: `${(lane / of) * 100}%`,
                      width: `${100 / of}%`,
                    }}
                  >
                    <CalendarItemLink
                      item={item}
                      kind={props.nameOfKind(item.kind)}
                      person={props.nameOfPerson(item)}
                    />
                  </div>
                )
              })}
            </div>
          </section>
        )
      })}
    </div>
  )
}
