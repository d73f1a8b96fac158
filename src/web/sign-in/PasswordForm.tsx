import { Trans, useLingui } from '@lingui/react/macro'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../failure.ts'
import { Failed } from '../page/Failed.tsx'
import style from './Doorstep.module.css'
import { signInByPassword } from './sign-in.ts'

/** E-mail and password; a right password may still want the second factor. */
export function PasswordForm({ onDone, onCode }: { onDone: () => void; onCode: () => void }) {
  const { t } = useLingui()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation({
    mutationFn: () => signInByPassword(email.trim(), password),
    onSuccess: answer => (answer.twoFactorRedirect ? onCode() : onDone()),
  })
  const wrong = signIn.isError && [400, 401].includes(problemOf(signIn.error).status)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    signIn.mutate()
  }
  return (
    <form className={style.form} onSubmit={submit}>
      <TextInput
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        autoFocus
        size="md"
        value={email}
        onChange={event => setEmail(event.target.value)}
      />
      <PasswordInput
        label={t`Password`}
        autoComplete="current-password"
        required
        withAsterisk={false}
        size="md"
        value={password}
        error={wrong ? t`E-mail or password is wrong.` : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
        onChange={event => setPassword(event.target.value)}
      />
      {signIn.isError && !wrong && <Failed error={signIn.error} inline />}
      <Button type="submit" size="md" loading={signIn.isPending}>
        <Trans>Sign in</Trans>
      </Button>
    </form>
  )
}
