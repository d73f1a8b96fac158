import { Plural, useLingui } from '@lingui/react/macro'
import type { OrderState } from '../../supply/orders/order-state.ts'
import { stateName } from '../../supply/orders/orders-words.ts'
import type { Answers } from './ask.web.ts'
import { useLanguage, useWriting } from './language.web.ts'
import { PlaceLink } from './PlaceLink.tsx'
import style from './portal.module.css'
import { useSession } from './session.web.ts'

export type OrderListed = Answers['orders']['items'][number]

const isWaiting = (state: string) => state === 'proposed' || state === 'changed'

/** The state of an order as the account sees it, with a colour for what waits and what is good. */
export function StateBadge({ state }: { state: string }) {
  const { t } = useLingui()
  const language = useLanguage()
  const words =
    state === 'proposed'
      ? t`to be signed`
      : state === 'changed'
        ? t`changed, to be signed`
        : stateName(state as OrderState, language)
  const isOver = state === 'declined' || state === 'expired' || state === 'withdrawn'
  const tone = isWaiting(state) ? style.badgeWaits : isOver ? '' : style.badgeGood
  return <span className={`${style.badge} ${tone}`}>{words}</span>
}

export function OrderRow({ order }: { order: OrderListed }) {
  const { t } = useLingui()
  const write = useWriting()
  const { accounts } = useSession()
  return (
    <PlaceLink to={`orders/${order.id}`} className={style.item}>
      <span className={style.what}>
        <span className={style.lineHead}>
          <span className={style.what}>
            <span className={style.strong}>{order.number}</span> <StateBadge state={order.state} />
          </span>
          {order.total !== null && <span className={style.figure}>{write.money(order.total, order.currency)}</span>}
        </span>
        <span className={style.quiet}>
          {accounts.length > 1 && <>{order.account.name} · </>}
          <Plural value={order.lines} one="# product" other="# products" />
          {order.wantedOn && <> · {t`wanted on ${write.day(order.wantedOn)}`}</>}
          {order.expiresAt && isWaiting(order.state) && <> · {t`open until ${write.instant(order.expiresAt)}`}</>}
        </span>
      </span>
    </PlaceLink>
  )
}
