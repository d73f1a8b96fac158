import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { write as send } from './ask.web.ts'
import type { WholeOrder } from './Order.tsx'
import style from './portal.module.css'
import { useSession } from './session.web.ts'
import { useDraft } from './use-draft.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure } from './Waiting.tsx'

type Props = { order: WholeOrder; put: (order: WholeOrder) => void; again: () => void }

/** The signature binds name, time and exactly the content that is on the screen. */
export function SignForm({ order, put, again }: Props) {
  const { t } = useLingui()
  const { person } = useSession()
  const [name, setName] = useState(person.name)
  const [title, setTitle] = useState('')
  const [hasRead, setHasRead] = useState(false)
  const act = useWrite()
  const sign = (event: FormEvent) => {
    event.preventDefault()
    const { id, contentHash } = order
    void act.write(async () =>
      put(await send('signOrder', 'POST', `orders/${id}/sign`, { contentHash, name, title: title || null })),
    )
  }
  return (
    <section className={style.section} aria-labelledby="sign-title">
      <h2 id="sign-title">
        <Trans>Sign</Trans>
      </h2>
      <form className={style.form} onSubmit={sign}>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Your name</Trans>
          </span>
          <input
            className={style.input}
            required
            minLength={2}
            maxLength={120}
            autoComplete="name"
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </label>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Your title (if you wish)</Trans>
          </span>
          <input
            className={style.input}
            maxLength={120}
            autoComplete="organization-title"
            value={title}
            onChange={event => setTitle(event.target.value)}
          />
        </label>
        <label className={style.check}>
          <input type="checkbox" required checked={hasRead} onChange={event => setHasRead(event.target.checked)} />
          <span>{t`I have read order ${order.number} as it is shown here and in the document, and order it for ${order.account.name}.`}</span>
        </label>
        {act.error !== null && <Failure error={act.error} again={again} />}
        <button type="submit" className={`${style.button} ${style.primary}`} disabled={act.busy || !hasRead}>
          <Trans>Sign the order</Trans>
        </button>
      </form>
    </section>
  )
}

/** A no needs its reason: the next proposal is made with it. */
export function DeclineForm({ order, put, again }: Props) {
  const [open, setOpen] = useState(false)
  const { draft, change, clear } = useDraft(`decline ${order.id}`, '')
  const act = useWrite()
  const decline = (event: FormEvent) => {
    event.preventDefault()
    const { id, version } = order
    void act.write(async () => {
      put(await send('declineOrder', 'POST', `orders/${id}/decline`, { version, reason: draft }))
      clear()
    })
  }
  if (!open && draft === '')
    return (
      <p className={style.section}>
        <button type="button" className={style.plain} onClick={() => setOpen(true)}>
          <Trans>Decline this order</Trans>
        </button>
      </p>
    )
  return (
    <section className={style.section} aria-labelledby="decline-title">
      <h2 id="decline-title">
        <Trans>Decline this order</Trans>
      </h2>
      <form className={style.form} onSubmit={decline}>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Why do you not want it?</Trans>
          </span>
          <textarea
            className={style.input}
            rows={3}
            required
            maxLength={1000}
            value={draft}
            onChange={event => change(event.target.value)}
          />
        </label>
        {act.error !== null && <Failure error={act.error} again={again} />}
        <div className={style.buttons}>
          <button type="submit" className={style.button} disabled={act.busy || draft.trim() === ''}>
            <Trans>Decline with this reason</Trans>
          </button>
          <button
            type="button"
            className={style.plain}
            onClick={() => {
              clear()
              setOpen(false)
            }}
          >
            <Trans>Leave it open</Trans>
          </button>
        </div>
      </form>
    </section>
  )
}
