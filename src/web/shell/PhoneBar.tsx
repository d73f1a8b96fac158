import { Trans, useLingui } from '@lingui/react/macro'
import { Drawer } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import style from './PhoneBar.module.css'
import { rooms } from './rooms.ts'

/** On a phone: the four rooms of the work under the thumb, everything else in a drawer. */
export function PhoneBar() {
  const { t, i18n } = useLingui()
  const [opened, setOpened] = useState(false)
  return (
    <nav className={`${style.bar} no-print`} aria-label={t`Rooms`}>
      {rooms
        .filter(room => room.thumb)
        .map(room => (
          <Link key={room.path} to={room.path} className={style.link} activeProps={{ 'data-active': true }}>
            <room.icon size={20} stroke={1.6} aria-hidden="true" />
            <span>{i18n._(room.name)}</span>
          </Link>
        ))}
      <button type="button" className={style.link} onClick={() => setOpened(true)} aria-expanded={opened}>
        <IconMenu2 size={20} stroke={1.6} aria-hidden="true" />
        <span>
          <Trans>More</Trans>
        </span>
      </button>
      <Drawer
        opened={opened}
        onClose={() => setOpened(false)}
        position="bottom"
        size="auto"
        title={<Trans>Rooms</Trans>}
        closeButtonProps={{ 'aria-label': t`Close` }}
      >
        <ul className={style.list}>
          {rooms.map(room => (
            <li key={room.path}>
              <Link to={room.path} className={style.row} onClick={() => setOpened(false)}>
                <room.icon size={20} stroke={1.6} aria-hidden="true" />
                {i18n._(room.name)}
              </Link>
            </li>
          ))}
        </ul>
      </Drawer>
    </nav>
  )
}
