import { Trans, useLingui } from '@lingui/react/macro'
import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api, client } from '../api.ts'
import { Failed } from '../page/Failed.tsx'
import { LinesSkeleton } from '../page/Skeletons.tsx'
import style from './Doorstep.module.css'
import { Doorstep } from './Doorstep.tsx'
import { signInByPassword } from './sign-in.ts'

/** At least this many characters; the server says the same. */
const leastPassword = 10

/** What a one-time link opens: the first administrator, an invitation, or a forgotten password. */
export function WelcomePage() {
  // Read once: afterwards the secret leaves the address bar and the history.
  const [secret] = useState(() => window.location.hash.slice(1))
  const facts = useQuery(api.people.linkFacts.queryOptions({ input: { secret }, retry: false, staleTime: Infinity }))
  const title =
    facts.data?.purpose === 'first administrator' ? (
      <Trans>Welcome to Vitalfew</Trans>
    ) : facts.data?.purpose === 'password' ? (
      <Trans>Set a new password</Trans>
    ) : (
      <Trans>Welcome</Trans>
    )
  return (
    <Doorstep title={title}>
      {facts.isPending && <LinesSkeleton lines={4} />}
      {facts.isError && <Failed error={facts.error} onRetry={() => void facts.refetch()} />}
      {facts.data && <WelcomeForm secret={secret} {...facts.data} />}
    </Doorstep>
  )
}

type FormProps = { secret: string; purpose: string; email: string | null; name: string | null }

function WelcomeForm({ secret, purpose, email: invited, name: known }: FormProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [name, setName] = useState(known ?? '')
  const [email, setEmail] = useState(invited ?? '')
  const [password, setPassword] = useState('')
  const tooShort = password.length > 0 && password.length < leastPassword
  const accept = useMutation({
    mutationFn: async () => {
      const person = await client.people.acceptLink({ secret, name: name.trim(), email: email.trim(), password })
      await signInByPassword(person.email, password)
    },
    onSuccess: () => navigate({ to: '/', replace: true }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password.length >= leastPassword) accept.mutate()
  }
  return (
    <form className={style.form} onSubmit={submit}>
      {purpose === 'first administrator' && (
        <p className={style.note}>
          <Trans>You are the first administrator. You can invite the others afterwards, under People and rights.</Trans>
        </p>
      )}
      <TextInput
        label={t({ message: 'Name', context: 'person' })}
        autoComplete="name"
        required
        withAsterisk={false}
        size="md"
        value={name}
        onChange={event => setName(event.target.value)}
      />
      <TextInput
        label={t`E-mail`}
        type="email"
        autoComplete="username"
        required
        withAsterisk={false}
        size="md"
        readOnly={invited !== null}
        value={email}
        onChange={event => setEmail(event.target.value)}
      />
      <PasswordInput
        label={t`Password`}
        description={t`At least ${leastPassword} characters. Four unrelated words are good.`}
        autoComplete="new-password"
        required
        withAsterisk={false}
        size="md"
        value={password}
        error={tooShort ? t`${leastPassword - password.length} more characters` : undefined}
        visibilityToggleButtonProps={{ 'aria-label': t`Show the password` }}
        onChange={event => setPassword(event.target.value)}
      />
      {accept.isError && <Failed error={accept.error} inline />}
      <Button type="submit" size="md" loading={accept.isPending}>
        <Trans>Set the password and sign in</Trans>
      </Button>
    </form>
  )
}
