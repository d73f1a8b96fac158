import { Trans, useLingui } from '@lingui/react/macro'
import { modeName } from '../../supply/deliveries/delivery-words.ts'
import { type Answers, read } from './ask.web.ts'
import { useLanguage, useWriting } from './language.web.ts'
import { Pages } from './Pages.tsx'
import style from './portal.module.css'
import { useSession } from './session.web.ts'
import { useRead } from './use-read.web.ts'
import { Read } from './Waiting.tsx'

type Delivery = Answers['deliveries']['items'][number]

export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const { t } = useLingui()
  const language = useLanguage()
  const write = useWriting()
  const { accounts, today } = useSession()
  const { product, reference, promisedOn, arrivedOn, shippedOn, quantity, promised, mode, late } = delivery
  const amount = quantity ?? promised
  return (
    <div className={style.item}>
      <span className={style.what}>
        <span className={style.strong}>{product ?? reference}</span>
        <br />
        <span className={style.quiet}>
          {accounts.length > 1 && <>{delivery.account.name} · </>}
          {[
            product ? reference : null,
            mode && modeName(mode as Parameters<typeof modeName>[0], language),
            shippedOn && (shippedOn > today ? t`leaves ${write.day(shippedOn)}` : t`shipped ${write.day(shippedOn)}`),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={style.figure}>
        {amount !== null && <>{write.quantity(amount)}</>}
        <br />
        <span className={late ? `${style.badge} ${style.badgeBad}` : style.small}>
          {arrivedOn
            ? t`arrived ${write.day(arrivedOn)}`
            : promisedOn
              ? late
                ? t`was due ${write.day(promisedOn)}`
                : t`due ${write.day(promisedOn)}`
              : t`no day promised`}
        </span>
      </span>
    </div>
  )
}

export function Deliveries() {
  const { t } = useLingui()
  const write = useWriting()
  const promises = useRead('promises', () => read('promises', 'promises'))
  return (
    <>
      <h1 className={style.title}>
        <Trans>Deliveries</Trans>
      </h1>
      <section className={style.section}>
        <h2>
          <Trans>On the way</Trans>
        </h2>
        <Pages
          of="deliveries open"
          read={cursor => read('deliveries', 'deliveries', { cursor, open: 'true' })}
          row={delivery => <DeliveryRow delivery={delivery} />}
          empty={<Trans>Nothing is on the way.</Trans>}
        />
      </section>
      <section className={style.section}>
        <h2>
          <Trans>What was promised</Trans>
        </h2>
        <Read of={promises}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={style.empty}>
                <Trans>Nothing is promised at the moment.</Trans>
              </p>
            ) : (
              <ul className={style.list}>
                {items.map(promise => (
                  <li key={promise.id} className={style.item}>
                    <span className={style.what}>
                      {promise.what}
                      <br />
                      <span className={style.quiet}>
                        {promise.side === 'ours' ? t`promised to you` : t`promised by you`}
                        {promise.due && <> · {t`until ${write.day(promise.due)}`}</>}
                      </span>
                    </span>
                    <span
                      className={`${style.badge} ${promise.state === 'kept' ? style.badgeGood : promise.state === 'broken' ? style.badgeBad : ''}`}
                    >
                      {promise.state === 'kept' ? t`kept` : promise.state === 'broken' ? t`not kept` : t`still open`}
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Read>
      </section>
      <section className={style.section}>
        <h2>
          <Trans>All deliveries</Trans>
        </h2>
        <Pages
          of="deliveries"
          read={cursor => read('deliveries', 'deliveries', { cursor })}
          row={delivery => <DeliveryRow delivery={delivery} />}
          empty={<Trans>No delivery is known yet.</Trans>}
        />
      </section>
    </>
  )
}
