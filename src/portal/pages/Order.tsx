import { Trans, useLingui } from '@lingui/react/macro'
import { actDone } from '../../supply/orders/orders-words.ts'
import { type Answers, read, write as send } from './ask.web.ts'
import { useLanguage, useWriting } from './language.web.ts'
import { OrderLines } from './OrderLines.tsx'
import { StateBadge } from './OrderRow.tsx'
import { DeclineForm, SignForm } from './OrderWord.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import style from './portal.module.css'
import { useSession } from './session.web.ts'
import { useDraft } from './use-draft.web.ts'
import { useRead } from './use-read.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure, Read } from './Waiting.tsx'

export type WholeOrder = Answers['order']

/** What somebody wants otherwise, until it has arrived. */
export type OrderDraft = {
  quantities: Record<string, string>
  added: { product: string; name: string }[]
  note: string
}

const unchanged: OrderDraft = { quantities: {}, added: [], note: '' }

export function Order({ id }: { id: string }) {
  const order = useRead(`order ${id}`, () => read('order', `orders/${id}`))
  return (
    <Read of={order}>
      {whole => <OrderPage key={whole.version} order={whole} put={order.put} again={order.again} />}
    </Read>
  )
}

type Props = { order: WholeOrder; put: (order: WholeOrder) => void; again: () => void }

function OrderPage({ order, put, again }: Props) {
  const { t } = useLingui()
  const write = useWriting()
  const language = useLanguage()
  const { accounts } = useSession()
  const { draft, change, clear } = useDraft<OrderDraft>(`order ${order.id}`, unchanged)
  const act = useWrite()
  const isTouched = Object.keys(draft.quantities).length > 0 || draft.note !== ''
  const lines = Object.entries(draft.quantities).map(([product, quantity]) => ({ product, quantity: quantity || '0' }))
  const { version } = order
  const sendChange = () =>
    act.write(async () => {
      put(await send('changeOrder', 'POST', `orders/${order.id}/change`, { version, lines, note: draft.note || null }))
      clear()
    })
  return (
    <>
      <p className={style.small}>
        <PlaceLink to="orders">
          <Trans>Orders</Trans>
        </PlaceLink>
      </p>
      <h1 className={style.title}>
        {order.number} <StateBadge state={order.state} />
      </h1>
      <p className={style.lead}>
        {[
          accounts.length > 1 ? order.account.name : null,
          order.proposedBy && t`proposed by ${order.proposedBy}`,
          order.wantedOn && t`wanted on ${write.day(order.wantedOn)}`,
          order.expiresAt && order.may.includes('sign') && t`open until ${write.instant(order.expiresAt)}`,
          order.shipTo && t`to ${order.shipTo}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {order.signature && (
        <p className={`${style.note} ${style.section}`}>
          {t`Signed by ${order.signature.name}, ${write.instant(order.signature.at)}.`}
        </p>
      )}
      <section className={style.section}>
        <OrderLines order={order} draft={draft} change={change} />
        {order.total !== null && !isTouched && (
          <p className={`${style.figure} ${style.line} ${style.strong}`}>
            {t`Total ${write.money(order.total, order.currency)}`}
          </p>
        )}
        <p>
          <a
            href={`/api/portal/orders/${order.id}/document.pdf`}
            target="_blank"
            rel="noopener"
            className={style.button}
          >
            <Trans>Open the document (PDF)</Trans>
          </a>
        </p>
      </section>
      {act.error !== null && <Failure error={act.error} again={again} />}
      {isTouched && order.may.includes('change') && (
        <div className={style.sticky}>
          <label className={style.field}>
            <span className={style.label}>
              <Trans>A word to your manager</Trans>
            </span>
            <textarea
              className={style.input}
              rows={2}
              maxLength={1000}
              value={draft.note}
              onChange={event => change({ ...draft, note: event.target.value })}
            />
          </label>
          <div className={style.form}>
            <div className={style.buttons}>
              <button
                type="button"
                className={`${style.button} ${style.primary}`}
                disabled={act.busy || lines.length === 0}
                onClick={() => void sendChange()}
              >
                <Trans>Send the change</Trans>
              </button>
              <button type="button" className={style.button} onClick={clear}>
                <Trans>As proposed again</Trans>
              </button>
            </div>
          </div>
        </div>
      )}
      {!isTouched && order.may.includes('sign') && <SignForm order={order} put={put} again={again} />}
      {!isTouched && order.may.includes('decline') && <DeclineForm order={order} put={put} again={again} />}
      <section className={style.section}>
        <h2>
          <Trans>What happened</Trans>
        </h2>
        <ul className={style.list}>
          {order.steps.map(step => (
            <li key={`${step.at} ${step.act}`} className={style.item}>
              <span className={style.what}>
                {actDone(step.act, language)}
                <br />
                <span className={style.quiet}>
                  {step.by} · {write.instant(step.at)}
                  {step.note && <> · “{step.note}”</>}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
