import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useState } from 'react'
import { type Answers, read, write as send } from './ask.web.ts'
import { useWriting } from './language.web.ts'
import { PlaceLink } from './PlaceLink.tsx'
import style from './portal.module.css'
import { useSession } from './session.web.ts'
import { useDraft } from './use-draft.web.ts'
import { useRead } from './use-read.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure, Read } from './Waiting.tsx'

type Message = Answers['messages']['items'][number]

export function Messages() {
  const { t } = useLingui()
  const { manager } = useSession()
  const messages = useRead('messages', () => read('messages', 'messages', { limit: '50' }))
  const [older, setOlder] = useState<Message[]>([])
  const [next, setNext] = useState<string | null | undefined>(undefined)
  const more = useWrite()
  useEffect(() => {
    void send('markRead', 'POST', 'messages/read').catch(() => undefined)
  }, [])
  const cursor = next === undefined ? messages.answer?.next : next
  const showOlder = () =>
    more.write(async () => {
      const page = await read('messages', 'messages', { limit: '50', cursor: cursor ?? undefined })
      setOlder([...older, ...page.items])
      setNext(page.next)
    })
  return (
    <>
      <h1 className={style.title}>
        <Trans>Messages</Trans>
      </h1>
      <p className={style.lead}>
        {manager ? t`with ${manager.name}, ${manager.email}` : t`with the key account department`}
      </p>
      <WriteForm onSent={messages.again} />
      <Read of={messages}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={`${style.empty} ${style.section}`}>
              <Trans>Nobody has written yet.</Trans>
            </p>
          ) : (
            <ul className={style.section}>
              {[...items, ...older].map(message => (
                <Bubble key={message.id} message={message} />
              ))}
            </ul>
          )
        }
      </Read>
      {cursor && (
        <button type="button" className={style.plain} disabled={more.busy} onClick={() => void showOlder()}>
          <Trans>Older messages</Trans>
        </button>
      )}
    </>
  )
}

function Bubble({ message }: { message: Message }) {
  const write = useWriting()
  const { t } = useLingui()
  return (
    <li className={`${style.bubble} ${message.side === 'account' ? style.mine : ''}`}>
      <p className={style.small}>
        {message.author} · {write.instant(message.sentAt)}
        {message.order && (
          <>
            {' · '}
            <PlaceLink to={`orders/${message.order.id}`}>{message.order.number}</PlaceLink>
          </>
        )}
        {message.side === 'account' && message.readAt && <> · {t`seen`}</>}
      </p>
      {message.text}
    </li>
  )
}

function WriteForm({ onSent }: { onSent: () => void }) {
  const { draft, change, clear } = useDraft('message', '')
  const act = useWrite()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act.write(async () => {
      await send('writeMessage', 'POST', 'messages', { text: draft })
      clear()
      onSent()
    })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <label className={style.field}>
        <span className={style.label}>
          <Trans>Your message</Trans>
        </span>
        <textarea
          className={style.input}
          rows={3}
          required
          maxLength={4000}
          value={draft}
          onChange={event => change(event.target.value)}
        />
      </label>
      {act.error !== null && <Failure error={act.error} />}
      <button type="submit" className={`${style.button} ${style.primary}`} disabled={act.busy || draft.trim() === ''}>
        <Trans>Send</Trans>
      </button>
    </form>
  )
}
