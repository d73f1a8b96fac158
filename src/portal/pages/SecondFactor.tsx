import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useMemo, useState } from 'react'
import { encode } from 'uqr'
import { knock } from './ask.web.ts'
import style from './portal.module.css'
import { useSession } from './session.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure } from './Waiting.tsx'

type Enrolment = { totpURI: string; backupCodes: string[] }

/** For those who wish it: a code of their authenticator app besides the password. */
export function SecondFactor() {
  const { person, refresh } = useSession()
  const [password, setPassword] = useState('')
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  const act = useWrite()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act.write(async () => {
      if (person.twoFactor) await knock('/two-factor/disable', { password })
      else setEnrolment(await knock<Enrolment>('/two-factor/enable', { password }))
      setPassword('')
      if (person.twoFactor) refresh()
    })
  }
  if (enrolment)
    return (
      <Enrol
        enrolment={enrolment}
        onDone={() => {
          setEnrolment(null)
          refresh()
        }}
      />
    )
  return (
    <form className={style.form} onSubmit={submit}>
      <p className={style.quiet}>
        {person.twoFactor ? (
          <Trans>The second factor is on: password and code sign you in; links do not.</Trans>
        ) : (
          <Trans>A code of your authenticator app besides the password. You need a password for it.</Trans>
        )}
      </p>
      <label className={style.field}>
        <span className={style.label}>
          <Trans>Your password</Trans>
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
      <button type="submit" className={style.button} disabled={act.busy}>
        {person.twoFactor ? <Trans>Turn the second factor off</Trans> : <Trans>Set up the second factor</Trans>}
      </button>
    </form>
  )
}

function Enrol({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }) {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const act = useWrite()
  const rows = useMemo(() => encode(enrolment.totpURI, { ecc: 'M', border: 4 }).data, [enrolment.totpURI])
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  const confirm = (event: FormEvent) => {
    event.preventDefault()
    void act.write(() => knock('/two-factor/verify-totp', { code })).then(done => done && onDone())
  }
  return (
    <form className={style.form} onSubmit={confirm}>
      <p>
        <Trans>Scan this code with your authenticator app.</Trans>{' '}
        <a href={enrolment.totpURI}>
          <Trans>On the phone itself, open it directly.</Trans>
        </a>
      </p>
      <svg
        viewBox={`0 0 ${rows.length} ${rows.length}`}
        width="200"
        height="200"
        role="img"
        shapeRendering="crispEdges"
      >
        <title>{t`Code for the authenticator app`}</title>
        <rect width="100%" height="100%" fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      <p>
        <Trans>Keep these backup codes. Each works once, without the phone.</Trans>
      </p>
      <p className={style.code}>{enrolment.backupCodes.join(' ')}</p>
      <label className={style.field}>
        <span className={style.label}>
          <Trans>The six digits that the app shows now</Trans>
        </span>
        <input
          className={style.input}
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={event => setCode(event.target.value)}
        />
      </label>
      {act.error !== null && <Failure error={act.error} />}
      <button type="submit" className={`${style.button} ${style.primary}`} disabled={act.busy}>
        <Trans>Turn it on</Trans>
      </button>
    </form>
  )
}
