import { Trans, useLingui } from '@lingui/react/macro'
import { read } from './ask.web.ts'
import { DeliveryRow } from './Deliveries.tsx'
import { useWriting } from './language.web.ts'
import { OrderRow } from './OrderRow.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import style from './portal.module.css'
import { useSession } from './session.web.ts'
import { useRead } from './use-read.web.ts'
import { Read } from './Waiting.tsx'

/** What waits for this person, then how the account's things stand. */
export function Home() {
  const { t } = useLingui()
  const write = useWriting()
  const { person, manager } = useSession()
  const home = useRead('home', () => read('home', 'home'))
  return (
    <>
      <h1 className={style.title}>{t`Good day, ${person.name}`}</h1>
      {manager && <p className={style.lead}>{t`${manager.name} looks after you.`}</p>}
      <Read of={home}>
        {({ waiting, underWay, stock, coming, late, unread, cuts }) => (
          <>
            <section className={style.section}>
              <h2>
                <Trans>Orders that wait for you</Trans>
              </h2>
              {waiting.length === 0 ? (
                <p className={style.empty}>
                  <Trans>Nothing waits to be signed. A new proposal will stand here.</Trans>
                </p>
              ) : (
                <ul className={style.list}>
                  {waiting.map(order => (
                    <li key={order.id}>
                      <OrderRow order={order} />
                    </li>
                  ))}
                </ul>
              )}
            </section>
            <div className={style.facts}>
              <PlaceLink to="stock" className={style.fact}>
                <span className={style.factFigure}>{stock.out}</span>
                <span className={style.quiet}>{t`of ${stock.products} products out of stock`}</span>
                <span className={style.small}>
                  <br />
                  {stock.day ? t`counted ${write.day(stock.day)}` : t`never counted`}
                </span>
              </PlaceLink>
              <PlaceLink to="orders" className={style.fact}>
                <span className={style.factFigure}>{underWay}</span>
                <span className={style.quiet}>{t`orders under way`}</span>
              </PlaceLink>
              <PlaceLink to="messages" className={style.fact}>
                <span className={style.factFigure}>{unread}</span>
                <span className={style.quiet}>{t`unread messages`}</span>
              </PlaceLink>
              <PlaceLink to="shares" className={style.fact}>
                <span className={style.factFigure}>{cuts}</span>
                <span className={style.quiet}>{t`shares cut in 30 days`}</span>
              </PlaceLink>
            </div>
            {coming.length > 0 && (
              <section className={style.section}>
                <h2>
                  <Trans>On the way</Trans>
                  {late > 0 && (
                    <>
                      {' '}
                      <span className={`${style.badge} ${style.badgeBad}`}>{t`${late} late`}</span>
                    </>
                  )}
                </h2>
                <ul className={style.list}>
                  {coming.map(delivery => (
                    <li key={delivery.id}>
                      <DeliveryRow delivery={delivery} />
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </>
        )}
      </Read>
    </>
  )
}
