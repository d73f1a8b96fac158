import { Trans, useLingui } from '@lingui/react/macro'
import { Button, PinInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../failure.ts'
import { Failed } from '../page/Failed.tsx'
import style from './Doorstep.module.css'
import { signInByBackupCode, signInByCode } from './sign-in.ts'

/** The second factor: six digits of the authenticator app, or one of the backup codes. */
export function CodeForm({ onDone, onBack }: { onDone: () => void; onBack: () => void }) {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const [byBackup, setByBackup] = useState(false)
  const enter = useMutation({
    mutationFn: (text: string) => (byBackup ? signInByBackupCode(text.trim()) : signInByCode(text)),
    onSuccess: onDone,
    onError: () => setCode(''),
  })
  const wrong = enter.isError && [400, 401].includes(problemOf(enter.error).status)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate(code)
  }
  return (
    <form className={style.form} onSubmit={submit}>
      {byBackup ? (
        <TextInput
          label={t`Backup code`}
          size="md"
          autoFocus
          autoComplete="off"
          value={code}
          onChange={event => setCode(event.target.value)}
        />
      ) : (
        <>
          <p className={style.note} id="code-note">
            <Trans>Enter the six digits that your authenticator app shows for Vitalfew.</Trans>
          </p>
          <PinInput
            length={6}
            type="number"
            oneTimeCode
            autoFocus
            size="md"
            value={code}
            onChange={setCode}
            onComplete={text => enter.mutate(text)}
            error={wrong}
            getInputProps={index => ({ 'aria-label': t`Digit ${index + 1} of 6` })}
          />
        </>
      )}
      {wrong && <p role="alert">{t`This code is wrong or was used already. Wait for the next one.`}</p>}
      {enter.isError && !wrong && <Failed error={enter.error} inline />}
      <Button type="submit" size="md" loading={enter.isPending} disabled={!byBackup && code.length < 6}>
        <Trans>Sign in</Trans>
      </Button>
      <Button
        variant="subtle"
        color="gray"
        onClick={() => {
          setCode('')
          setByBackup(!byBackup)
        }}
      >
        {byBackup ? <Trans>Use the authenticator app</Trans> : <Trans>Use a backup code</Trans>}
      </Button>
      <Button variant="subtle" color="gray" onClick={onBack}>
        <Trans>Back to the password</Trans>
      </Button>
    </form>
  )
}
