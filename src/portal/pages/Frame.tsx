import { useLingui } from '@lingui/react/macro'
import {
  IconDots,
  IconHome,
  IconMessage,
  IconPackage,
  IconScale,
  IconSignature,
  IconTruck,
  IconUsers,
} from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { read } from './ask.web.ts'
import { PlaceLink } from './PlaceLink.tsx'
import style from './portal.module.css'
import { useSession } from './session.web.ts'
import { useRead } from './use-read.web.ts'
import { writtenEvent } from './use-write.web.ts'

/** Where one is, for whom, and the way to everything else: below the thumb on a phone, above on a desk. */
export function Frame({ address, children }: { address: string; children: ReactNode }) {
  const { t } = useLingui()
  const { company, accounts, person } = useSession()
  const home = useRead('home', () => read('home', 'home'))
  useEffect(() => {
    window.addEventListener(writtenEvent, home.again)
    return () => window.removeEventListener(writtenEvent, home.again)
  }, [home.again])
  const here = address.split('/')[0] ?? ''
  const places = [
    { to: '', name: t`Home`, icon: IconHome },
    { to: 'orders', name: t`Orders`, icon: IconSignature, count: home.answer?.waiting.length },
    { to: 'stock', name: t`Stock`, icon: IconPackage },
    { to: 'messages', name: t`Messages`, icon: IconMessage, count: home.answer?.unread },
    { to: 'deliveries', name: t`Deliveries`, icon: IconTruck, wide: true },
    { to: 'shares', name: t`Shares`, icon: IconScale, wide: true },
    { to: 'people', name: t`People`, icon: IconUsers, wide: true },
    { to: 'more', name: t`More`, icon: IconDots, narrow: true, holds: ['deliveries', 'shares', 'people', 'me'] },
  ]
  return (
    <div className={style.app}>
      <header className={style.bar}>
        <div className={style.barIn}>
          <div className={`${style.company} ${style.grow}`}>
            {company}
            <span className={style.account}>{accounts[0]?.name}</span>
          </div>
          <PlaceLink to="me" className={style.plain}>
            <span className="visually-hidden">{t`My settings`}: </span>
            {person.name}
          </PlaceLink>
        </div>
      </header>
      <nav className={style.nav} aria-label={t`Pages`}>
        <ul>
          {places.map(({ to, name, icon: Icon, count, wide, narrow, holds }) => (
            <li key={to} className={wide ? style.wide : narrow ? style.narrow : undefined}>
              <PlaceLink to={to} current={here === to || holds?.includes(here)}>
                <Icon size={22} stroke={1.6} aria-hidden="true" />
                {name}
                {count ? (
                  <span className={style.dot}>
                    {count}
                    <span className="visually-hidden"> {t`waiting`}</span>
                  </span>
                ) : null}
              </PlaceLink>
            </li>
          ))}
        </ul>
      </nav>
      <main className={style.main}>{children}</main>
    </div>
  )
}
