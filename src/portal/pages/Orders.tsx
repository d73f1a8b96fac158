import { Trans } from '@lingui/react/macro'
import { read } from './ask.web.ts'
import { OrderRow } from './OrderRow.tsx'
import { Pages } from './Pages.tsx'
import style from './portal.module.css'

export function Orders() {
  return (
    <>
      <h1 className={style.title}>
        <Trans>Orders</Trans>
      </h1>
      <p className={style.lead}>
        <Trans>Nothing is shipped that nobody has signed.</Trans>
      </p>
      <div className={style.section}>
        <Pages
          of="orders"
          read={cursor => read('orders', 'orders', { cursor })}
          row={order => <OrderRow order={order} />}
          empty={<Trans>No order was proposed yet. Your manager proposes one from your stock and sales.</Trans>}
        />
      </div>
    </>
  )
}
