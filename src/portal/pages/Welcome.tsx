import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useEffect, useState } from 'react'
import { goTo } from './address.web.ts'
import { type Answers, knock, write as send } from './ask.web.ts'
import { Door } from './Door.tsx'
import { useShowLanguage } from './language.web.ts'
import style from './portal.module.css'
import { forgetAll, useRead } from './use-read.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure, Waiting } from './Waiting.tsx'

/** An invitation: who one is, for whom one comes, and a password for those who want one. */
export function Welcome() {
  const { t } = useLingui()
  const [secret] = useState(() => window.location.hash.slice(1))
  const show = useShowLanguage()
  const facts = useRead('invitation', () => send('invitation', 'POST', 'invitation', { secret }))
  const language = facts.answer?.language
  useEffect(() => {
    if (language) void show(language)
  }, [language, show])
  if (!facts.answer)
    return <Door title={t`Your invitation`}>{facts.error ? <Failure error={facts.error} /> : <Waiting />}</Door>
  return <AcceptForm facts={facts.answer} secret={secret} />
}

function AcceptForm({ facts, secret }: { facts: Answers['invitation']; secret: string }) {
  const { t } = useLingui()
  const [name, setName] = useState(facts.name)
  const [password, setPassword] = useState('')
  const act = useWrite()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void act
      .write(() => knock('/portal/accept', { secret, name, password: password || null }))
      .then(done => {
        if (!done) return
        forgetAll()
        goTo('', { replace: true })
      })
  }
  return (
    <Door
      title={t`Welcome to ${facts.company}`}
      note={t`${facts.invitedBy} invites you for ${facts.account}, as ${facts.email}.`}
    >
      <form className={style.form} onSubmit={submit}>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Your name</Trans>
          </span>
          <input
            className={style.input}
            required
            maxLength={120}
            autoComplete="name"
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </label>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Password (at least 10 characters)</Trans>
          </span>
          <input
            type="password"
            className={style.input}
            minLength={10}
            maxLength={200}
            autoComplete="new-password"
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
          <span className={style.hint}>
            <Trans>Leave it empty to sign in by links.</Trans>
          </span>
        </label>
        {act.error !== null && <Failure error={act.error} />}
        <button type="submit" className={`${style.button} ${style.primary}`} disabled={act.busy}>
          <Trans>Come in</Trans>
        </button>
      </form>
    </Door>
  )
}
