import { useLingui } from '@lingui/react/macro'
import { IconCalendar } from '@tabler/icons-react'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { useCompany } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { weekdayName } from '../visits/visit-words.ts'
import { weekdayOf } from '../visits/wall-clock.ts'
import { CalendarItemLink } from './CalendarItemLink.tsx'
import style from './calendar.module.css'
import type { GridProps } from './MonthGrid.tsx'

/** Day after day, only those with something on them: what one reads on the road. */
export function AgendaList({ stretch, items, ...props }: GridProps) {
  const { t } = useLingui()
  const language = useLanguage()
  const format = useFormat()
  const { today } = useCompany()
  const byDay = Map.groupBy(items, item => item.day)
  const days = stretch.days.filter(day => byDay.has(day) || props.holidaysOn(day)?.closed)
  if (days.length === 0)
    return <EmptyState icon={<IconCalendar size={24} stroke={1.5} />} title={t`Nothing in these four weeks`} />
  return (
    <div className={style.agenda}>
      {days.map(day => {
        const holiday = props.holidaysOn(day)
        return (
          <section
            key={day}
            className={style.agendaDay}
            aria-label={format.day(day)}
            data-today={day === today || undefined}
          >
            <h2 className={style.agendaHead}>
              <button type="button" className={style.agendaName} onClick={() => props.onDay(day)}>
                {day === today ? t({ message: 'Today', context: 'the day' }) : weekdayName(weekdayOf(day), language)}
                <span className={style.agendaDate}>{format.day(day)}</span>
              </button>
              {holiday && <span className={style.holiday}>{holiday.words}</span>}
            </h2>
            <ul className={style.agendaItems}>
              {(byDay.get(day) ?? []).map(item => (
                <li key={`${item.kind} ${item.key}`}>
                  <CalendarItemLink item={item} kind={props.nameOfKind(item.kind)} person={props.nameOfPerson(item)} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
