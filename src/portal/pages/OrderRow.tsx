import { Plural, useLingui } from '@lingui/react/macro'
import type { OrderState } from '../../supply/orders/order-state.ts'
import { stateName } from '../../supply/orders/orders-words.ts'
import type { Answers } from './ask.web.ts'
import { useLanguage, useWriting } from './language.web.ts'
import { PlaceLink } from './PlaceLink.tsx'
import style from './portal.module.css'
import { useSession } from './session.web.ts'

export type OrderListed = Answers['orders']['items'][number]

/** The state of an order in the account's words, with a colour for what waits and what is good. */
export function StateBadge({ state }: { state: string }) {
  const language = useLanguage()
  const tone =
    state === 'proposed' || state === 'changed'
      ? style.badgeWaits
      : state === 'declined' || state === 'expired' || state === 'withdrawn'
        ? ''
        : style.badgeGood
  return <span className={`${style.badge} ${tone}`}>{stateName(state as OrderState, language)}</span>
}

export function OrderRow({ order }: { order: OrderListed }) {
  const { t } = useLingui()
  const write = useWriting()
  const { accounts } = useSession()
  return (
    <PlaceLink to={`orders/${order.id}`} className={style.item}>
      <span className={style.what}>
        <span className={style.strong}>{order.number}</span> <StateBadge state={order.state} />
        <span className={style.quiet}>
          <br />
          {accounts.length > 1 && <>{order.account.name} · </>}
          <Plural value={order.lines} one="# product" other="# products" />
          {order.wantedOn && <> · {t`wanted on ${write.day(order.wantedOn)}`}</>}
          {order.expiresAt && (order.state === 'proposed' || order.state === 'changed') && (
            <> · {t`open until ${write.instant(order.expiresAt)}`}</>
          )}
        </span>
      </span>
      {order.total !== null && <span className={style.figure}>{write.money(order.total, order.currency)}</span>}
    </PlaceLink>
  )
}
