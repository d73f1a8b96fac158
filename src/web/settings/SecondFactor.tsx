import { Trans, useLingui } from '@lingui/react/macro'
import { Button, PasswordInput, PinInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../failure.ts'
import { sayDone } from '../feedback/say.tsx'
import { Failed } from '../page/Failed.tsx'
import { sessionQuery, useSession } from '../session.ts'
import { signInByCode } from '../sign-in/sign-in.ts'
import { QrCode } from './QrCode.tsx'
import { disableSecondFactor, type Enrolment, enableSecondFactor } from './second-factor.ts'
import style from './settings.module.css'

/** Turns the second factor on (password, key in the app, first code, backup codes) and off. */
export function SecondFactor() {
  const { person } = useSession()
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)
  if (enrolment) return <Enrol enrolment={enrolment} onDone={() => setEnrolment(null)} />
  return person.twoFactor ? <TurnOff /> : <TurnOn onEnrol={setEnrolment} />
}

function TurnOn({ onEnrol }: { onEnrol: (enrolment: Enrolment) => void }) {
  return (
    <PasswordGate
      words={<Trans>Your account is protected by its password alone.</Trans>}
      action={<Trans>Set up the second factor</Trans>}
      run={enableSecondFactor}
      onDone={onEnrol}
    />
  )
}

function TurnOff() {
  const { t } = useLingui()
  const refresh = useFreshSession()
  return (
    <PasswordGate
      words={<Trans>The second factor is on. Without it, the password alone would open your account.</Trans>}
      action={<Trans>Turn the second factor off</Trans>}
      run={disableSecondFactor}
      onDone={() => void refresh().then(() => sayDone(t`The second factor is off`))}
    />
  )
}

function PasswordGate<T>(props: {
  words: React.ReactNode
  action: React.ReactNode
  run: (password: string) => Promise<T>
  onDone: (answer: T) => void
}) {
  const { t } = useLingui()
  const [password, setPassword] = useState('')
  const act = useMutation({ mutationFn: () => props.run(password), onSuccess: props.onDone })
  const wrong = act.isError && [400, 401].includes(problemOf(act.error).status)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate()
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <p className={style.quiet}>{props.words}</p>
      <PasswordInput
        label={t`Your password`}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        error={wrong ? t`This is not your password.` : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
        onChange={event => setPassword(event.target.value)}
      />
      {act.isError && !wrong && <Failed error={act.error} inline />}
      <div className={style.foot}>
        <Button type="submit" variant="default" loading={act.isPending}>
          {props.action}
        </Button>
      </div>
    </form>
  )
}

function Enrol({ enrolment, onDone }: { enrolment: Enrolment; onDone: () => void }) {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const refresh = useFreshSession()
  const confirm = useMutation({
    mutationFn: signInByCode,
    onSuccess: async () => {
      await refresh()
      onDone()
      sayDone(t`The second factor is on`)
    },
    onError: () => setCode(''),
  })
  const secret = new URL(enrolment.totpURI).searchParams.get('secret') ?? ''
  return (
    <div className={style.form}>
      <p className={style.quiet}>
        <Trans>Scan this code with your authenticator app, or enter the key below it by hand.</Trans>
      </p>
      <QrCode text={enrolment.totpURI} label={t`Code for the authenticator app`} />
      <code className={style.secret}>{secret.match(/.{1,4}/g)?.join(' ')}</code>
      <p className={style.quiet}>
        <Trans>On the phone itself, open it directly:</Trans>{' '}
        <a className="link" href={enrolment.totpURI}>
          <Trans>add to the authenticator app</Trans>
        </a>
      </p>
      <p className={style.quiet}>
        <Trans>Keep these backup codes where you keep your passport. Each works once, without the phone.</Trans>
      </p>
      <ul className={`${style.secret} ${style.codes}`}>
        {enrolment.backupCodes.map(backup => (
          <li key={backup}>{backup}</li>
        ))}
      </ul>
      <p className={style.quiet}>
        <Trans>Enter the six digits that the app shows now:</Trans>
      </p>
      <PinInput
        length={6}
        type="number"
        oneTimeCode
        value={code}
        onChange={setCode}
        onComplete={text => confirm.mutate(text)}
        error={confirm.isError}
        getInputProps={index => ({ 'aria-label': t`Digit ${index + 1} of 6` })}
      />
      {confirm.isError && <p role="alert">{t`This code is wrong or was used already. Wait for the next one.`}</p>}
      <div className={style.foot}>
        <Button variant="subtle" color="gray" onClick={onDone}>
          <Trans>Leave it off</Trans>
        </Button>
      </div>
    </div>
  )
}

function useFreshSession(): () => Promise<void> {
  const queries = useQueryClient()
  const router = useRouter()
  return async () => {
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey })
    await queries.fetchQuery(sessionQuery)
    await router.invalidate()
  }
}
