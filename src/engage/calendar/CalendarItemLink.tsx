import { useNavigate } from '@tanstack/react-router'
import type { DragEvent, MouseEvent } from 'react'
import type { client } from '../../web/api.ts'
import { useCompany } from '../../web/session.ts'
import { wallClockAt } from '../visits/wall-clock.ts'
import style from './calendar.module.css'
import { calendarSearch } from './calendar-search.ts'

export type Item = Awaited<ReturnType<typeof client.engage.calendar.read>>['items'][number]

/** What a dragged visit carries, as text. */
export const dragType = 'application/x-vitalfew-visit'

type Props = {
  item: Item
  kind: string
  /** Whose it is, where several people's are shown. */
  person: string | null
  /** One line, for the month. */
  short?: boolean
}

/** Something in the calendar; it opens where it belongs. A visit that may be moved can be dragged. */
export function CalendarItemLink({ item, kind, person, short }: Props) {
  const navigate = useNavigate()
  const { timeZone } = useCompany()
  const { path, move } = item
  const own = path?.startsWith('/calendar?')
  const open = (event: MouseEvent) => {
    if (!path || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    if (own) {
      const asked = Object.fromEntries(new URLSearchParams(path.slice('/calendar?'.length)))
      void navigate({ to: '/calendar', search: old => ({ ...calendarSearch({ ...old, ...asked }) }) })
    } else void navigate({ href: path })
  }
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(dragType, JSON.stringify({ visit: move!.visitId, time: timeOf(item, timeZone) }))
    event.dataTransfer.effectAllowed = 'move'
  }
  const time = timeOf(item, timeZone)
  const there = item.startsAt && item.timeZone ? wallClockAt(item.startsAt, item.timeZone).time : null
  const city = item.timeZone?.split('/').at(-1)?.replaceAll('_', ' ')
  const facts = [short ? null : kind, item.place, short ? null : item.note, person].filter(Boolean).join(' · ')
  return (
    <a
      href={path ?? undefined}
      className={style.item}
      data-kind={item.kind}
      data-state={item.state}
      data-short={short || undefined}
      data-hint={short ? [time, item.title, kind, item.note, person].filter(Boolean).join(' · ') : undefined}
      draggable={move !== null}
      onDragStart={move ? drag : undefined}
      onClick={open}
    >
      <span className={style.words}>
        {time && <span className={style.hour}>{time} </span>}
        {!short && there && there !== time && <span className={style.there}>{`(${there} ${city}) `}</span>}
        <span className={style.name}>{item.title}</span>
        {!short && facts && <span className={style.detail}>{facts}</span>}
      </span>
    </a>
  )
}

/** On the company's clock; null: all day. */
export function timeOf(item: Item, timeZone: string): string | null {
  return item.startsAt && wallClockAt(item.startsAt, timeZone).time
}
