import { useLingui } from '@lingui/react/macro'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCompany } from '../session.ts'
import { Mark } from './Mark.tsx'
import style from './Rail.module.css'
import { type Room, rooms } from './rooms.ts'

/** The rooms on the left; closed it keeps the signs and names them on hover. */
export function Rail({ closed, onToggle }: { closed: boolean; onToggle: () => void }) {
  const { t } = useLingui()
  const company = useCompany()
  const toggle = closed ? t`Open the rail` : t`Collapse the rail`
  const Toggle = closed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <nav className={`${style.rail} no-print`} data-closed={closed || undefined} aria-label={t`Rooms`}>
      <div className={style.head}>
        <Mark size={24} />
        {!closed && <span className={style.company}>{company.name || 'Vitalfew'}</span>}
      </div>
      <ul className={style.list}>
        {rooms
          .filter(room => !room.housekeeping)
          .map(room => (
            <RailLink key={room.path} room={room} closed={closed} />
          ))}
      </ul>
      <ul className={`${style.list} ${style.low}`}>
        {rooms
          .filter(room => room.housekeeping)
          .map(room => (
            <RailLink key={room.path} room={room} closed={closed} />
          ))}
        <li>
          <button type="button" className={style.link} onClick={onToggle} data-hint={closed ? toggle : undefined}>
            <Toggle size={18} stroke={1.6} aria-hidden="true" />
            <span className={closed ? 'visually-hidden' : undefined}>{toggle}</span>
          </button>
        </li>
      </ul>
    </nav>
  )
}

function RailLink({ room, closed }: { room: Room; closed: boolean }) {
  const { i18n } = useLingui()
  const name = i18n._(room.name)
  return (
    <li>
      <Link
        to={room.path}
        className={style.link}
        activeProps={{ 'data-active': true }}
        data-hint={closed ? name : undefined}
      >
        <room.icon size={18} stroke={1.6} aria-hidden="true" />
        <span className={closed ? 'visually-hidden' : undefined}>{name}</span>
      </Link>
    </li>
  )
}
