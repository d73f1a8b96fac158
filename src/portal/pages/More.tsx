import { useLingui } from '@lingui/react/macro'
import { PlaceLink } from './PlaceLink.tsx'
import style from './portal.module.css'

/** On a phone: what does not fit below the thumb. */
export function More() {
  const { t } = useLingui()
  const places = [
    { to: 'deliveries', name: t`Deliveries`, note: t`On the way, arrived, and what was promised` },
    { to: 'shares', name: t`Shares of scarce goods`, note: t`What you get when there is not enough, and why` },
    { to: 'people', name: t`People`, note: t`Who of your company may come in` },
    { to: 'me', name: t`My settings`, note: t`Name, language, password and second factor` },
  ]
  return (
    <>
      <h1 className={style.title}>{t`More`}</h1>
      <ul className={`${style.list} ${style.section}`}>
        {places.map(({ to, name, note }) => (
          <li key={to}>
            <PlaceLink to={to} className={style.item}>
              <span className={style.what}>
                <span className={style.strong}>{name}</span>
                <br />
                <span className={style.quiet}>{note}</span>
              </span>
            </PlaceLink>
          </li>
        ))}
      </ul>
    </>
  )
}
