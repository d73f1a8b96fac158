import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { goTo } from './address.web.ts'
import { knock, read } from './ask.web.ts'
import { Door } from './Door.tsx'
import style from './portal.module.css'
import { forgetAll, useRead } from './use-read.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure, Waiting } from './Waiting.tsx'

const enter = () => {
  forgetAll()
  goTo('', { replace: true })
}

export function SignIn() {
  const { t } = useLingui()
  const facts = useRead('facts', () => read('facts', 'facts'))
  const [wantsCode, setWantsCode] = useState(false)
  const [own, setOwn] = useState(false)
  if (!facts.answer)
    return (
      <Door title={t`Portal`}>{facts.error ? <Failure error={facts.error} again={facts.again} /> : <Waiting />}</Door>
    )
  const { company, mail, people } = facts.answer
  return (
    <Door title={company || t`Portal`} note={t`For the people of our customers: orders, stock, deliveries.`}>
      {wantsCode ? (
        <CodeForm />
      ) : people.length > 0 && !own ? (
        <>
          <p className={style.section}>
            <Trans>This is a demo with made-up figures. Choose who you are:</Trans>
          </p>
          <DemoPeople people={people} />
          <button type="button" className={style.plain} onClick={() => setOwn(true)}>
            <Trans>Sign in with a password</Trans>
          </button>
        </>
      ) : (
        <>
          <PasswordForm onCode={() => setWantsCode(true)} />
          <LinkForm mail={mail} />
        </>
      )}
    </Door>
  )
}

type DemoPerson = { id: string; name: string; account: string; right: 'buyer' | 'staff' }

function DemoPeople({ people }: { people: DemoPerson[] }) {
  const { t } = useLingui()
  const act = useWrite()
  const be = async (personId: string) => {
    if (await act.write(() => knock('/sign-in/demo', { personId }))) enter()
  }
  return (
    <>
      {act.error !== null && <Failure error={act.error} />}
      <ul className={style.list}>
        {people.map(({ id, name, account, right }) => (
          <li key={id}>
            <button
              type="button"
              className={`${style.item} ${style.chosen}`}
              disabled={act.busy}
              onClick={() => void be(id)}
            >
              <span className={style.what}>
                <span className={style.strong}>{name}</span>
                <br />
                <span className={style.quiet}>{account}</span>
              </span>
              <span className={style.small}>{right === 'buyer' ? t`buyer` : t`staff`}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function PasswordForm({ onCode }: { onCode: () => void }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const act = useWrite()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act.write(async () => {
      const { twoFactorRedirect } = await knock<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password })
      if (twoFactorRedirect) onCode()
      else enter()
    })
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <label className={style.field}>
        <span className={style.label}>
          <Trans>Email</Trans>
        </span>
        <input
          type="email"
          className={style.input}
          required
          autoComplete="username"
          value={email}
          onChange={event => setEmail(event.target.value)}
        />
      </label>
      <label className={style.field}>
        <span className={style.label}>
          <Trans>Password</Trans>
        </span>
        <input
          type="password"
          className={style.input}
          required
          autoComplete="current-password"
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
      </label>
      {act.error !== null && <Failure error={act.error} />}
      <button type="submit" className={`${style.button} ${style.primary}`} disabled={act.busy}>
        <Trans>Sign in</Trans>
      </button>
    </form>
  )
}

function LinkForm({ mail }: { mail: boolean }) {
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState(false)
  const act = useWrite()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act.write(() => knock('/portal/link', { email })).then(setAsked)
  }
  return (
    <section className={style.section}>
      <h2>
        <Trans>Without a password</Trans>
      </h2>
      {!mail ? (
        <p className={style.quiet}>
          <Trans>Ask your manager for a link that signs you in.</Trans>
        </p>
      ) : asked ? (
        <p className={style.note} role="status">
          <Trans>If we know this address, a link is on its way. It works once, within 15 minutes.</Trans>
        </p>
      ) : (
        <form className={style.form} onSubmit={submit}>
          <label className={style.field}>
            <span className={style.label}>
              <Trans>Email for the link</Trans>
            </span>
            <input
              type="email"
              className={style.input}
              required
              autoComplete="email"
              value={email}
              onChange={event => setEmail(event.target.value)}
            />
          </label>
          {act.error !== null && <Failure error={act.error} />}
          <button type="submit" className={style.button} disabled={act.busy}>
            <Trans>Mail me a link</Trans>
          </button>
        </form>
      )}
    </section>
  )
}

function CodeForm() {
  const [code, setCode] = useState('')
  const act = useWrite()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isBackup = !/^\d{6}$/.test(code.trim())
    const path = isBackup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp'
    void act.write(() => knock(path, { code: code.trim() })).then(done => done && enter())
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <label className={style.field}>
        <span className={style.label}>
          <Trans>Six digits of your authenticator app, or a backup code</Trans>
        </span>
        <input
          className={style.input}
          required
          autoComplete="one-time-code"
          inputMode="text"
          value={code}
          onChange={event => setCode(event.target.value)}
        />
      </label>
      {act.error !== null && <Failure error={act.error} />}
      <button type="submit" className={`${style.button} ${style.primary}`} disabled={act.busy}>
        <Trans>Sign in</Trans>
      </button>
    </form>
  )
}
