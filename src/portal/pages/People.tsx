import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { type Answers, read, write as send } from './ask.web.ts'
import { useLanguage, useWriting } from './language.web.ts'
import style from './portal.module.css'
import { useSession } from './session.web.ts'
import { useRead } from './use-read.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure, Read } from './Waiting.tsx'

type Person = Answers['people']['people'][number]

function useRightName() {
  const { t } = useLingui()
  return (right: 'buyer' | 'staff') => (right === 'buyer' ? t`buyer, signs orders` : t`staff, enters stock`)
}

export function People() {
  const { t } = useLingui()
  const { person } = useSession()
  const write = useWriting()
  const rightName = useRightName()
  const people = useRead('people', () => read('people', 'people'))
  const act = useWrite()
  const setAccess = ({ id, disabled }: Person) =>
    act.write(async () => {
      await send('changeStaff', 'PATCH', `people/${id}`, { disabled: !disabled })
      people.again()
    })
  const withdraw = (id: string) =>
    act.write(async () => {
      await send('withdrawInvitation', 'DELETE', `invitations/${id}`)
      people.again()
    })
  return (
    <>
      <h1 className={style.title}>
        <Trans>People</Trans>
      </h1>
      <p className={style.lead}>
        <Trans>Who of your company may come in. Buyers are named by your manager; a buyer lets staff in.</Trans>
      </p>
      {act.error !== null && <Failure error={act.error} />}
      <Read of={people}>
        {({ people: all, invitations }) => (
          <ul className={`${style.list} ${style.section}`}>
            {all.map(each => (
              <li key={each.id} className={style.item}>
                <span className={style.what}>
                  <span className={style.strong}>{each.name}</span>{' '}
                  {each.isMe && <span className={style.badge}>{t`you`}</span>}{' '}
                  {each.disabled && <span className={style.badge}>{t`may no longer come in`}</span>}
                  <br />
                  <span className={style.quiet}>
                    {rightName(each.right)} · {each.email}
                    {each.lastSeen && <> · {t`last here ${write.instant(each.lastSeen)}`}</>}
                  </span>
                </span>
                {each.mayChange && (
                  <button
                    type="button"
                    className={style.plain}
                    disabled={act.busy}
                    onClick={() => void setAccess(each)}
                  >
                    {each.disabled ? t`Let in again` : t`End access`}
                  </button>
                )}
              </li>
            ))}
            {invitations.map(each => (
              <li key={each.id} className={style.item}>
                <span className={style.what}>
                  <span className={style.strong}>{each.name}</span> <span className={style.badge}>{t`invited`}</span>
                  <br />
                  <span className={style.quiet}>
                    {rightName(each.right)} · {each.email} · {t`until ${write.instant(each.expiresAt)}`}
                  </span>
                </span>
                {each.mayChange && (
                  <button
                    type="button"
                    className={style.plain}
                    disabled={act.busy}
                    onClick={() => void withdraw(each.id)}
                  >
                    <Trans>Withdraw</Trans>
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Read>
      {person.right === 'buyer' && <InviteForm onDone={people.again} />}
    </>
  )
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const language = useLanguage()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [given, setGiven] = useState<Answers['inviteStaff'] | null>(null)
  const act = useWrite()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act.write(async () => {
      setGiven(await send('inviteStaff', 'POST', 'people', { name, email, language }))
      setName('')
      setEmail('')
      onDone()
    })
  }
  return (
    <section className={style.section}>
      <h2>
        <Trans>Let somebody in who enters stock</Trans>
      </h2>
      <form className={style.form} onSubmit={submit}>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Their name</Trans>
          </span>
          <input
            className={style.input}
            required
            maxLength={120}
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </label>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Email</Trans>
          </span>
          <input
            type="email"
            className={style.input}
            required
            maxLength={200}
            value={email}
            onChange={event => setEmail(event.target.value)}
          />
        </label>
        {act.error !== null && <Failure error={act.error} />}
        <button type="submit" className={style.button} disabled={act.busy}>
          <Trans>Invite</Trans>
        </button>
      </form>
      {given && (
        <div className={`${style.note} ${style.section}`} role="status">
          {given.link ? (
            <>
              <p>
                <Trans>Pass this link on. It works once, for 72 hours, and is shown only now.</Trans>
              </p>
              <p className={style.code}>{given.link}</p>
            </>
          ) : (
            <Trans>The invitation is on its way by mail.</Trans>
          )}
        </div>
      )}
    </section>
  )
}
