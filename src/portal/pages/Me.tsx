import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, lazy, Suspense, useState } from 'react'
import type { Language } from '../../platform/language.ts'
import { goTo } from './address.web.ts'
import { knock, write as send } from './ask.web.ts'
import { useLanguage, useShowLanguage } from './language.web.ts'
import style from './portal.module.css'
import { useSession } from './session.web.ts'
import { forgetDrafts } from './use-draft.web.ts'
import { forgetAll } from './use-read.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure, Waiting } from './Waiting.tsx'

const SecondFactor = lazy(() => import('./SecondFactor.tsx').then(module => ({ default: module.SecondFactor })))

export function Me() {
  const { t } = useLingui()
  const { person, refresh } = useSession()
  const language = useLanguage()
  const show = useShowLanguage()
  const [name, setName] = useState(person.name)
  const act = useWrite()
  const rename = (event: FormEvent) => {
    event.preventDefault()
    void act.write(() => send('changeMe', 'PATCH', 'me', { name })).then(done => done && refresh())
  }
  const speak = (next: Language) =>
    act
      .write(async () => {
        await send('changeMe', 'PATCH', 'me', { language: next })
        await show(next)
      })
      .then(done => done && refresh())
  const leave = () =>
    act
      .write(() => knock('/sign-out', {}))
      .then(done => {
        if (!done) return
        forgetAll()
        forgetDrafts()
        goTo('sign-in')
      })
  return (
    <>
      <h1 className={style.title}>
        <Trans>My settings</Trans>
      </h1>
      <p className={style.lead}>{person.email}</p>
      {act.error !== null && <Failure error={act.error} />}
      <form className={style.form} onSubmit={rename}>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Your name</Trans>
          </span>
          <input
            className={style.input}
            required
            maxLength={120}
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </label>
        <button type="submit" className={style.button} disabled={act.busy || name === person.name}>
          <Trans>Save</Trans>
        </button>
      </form>
      <section className={style.section}>
        <label className={style.field}>
          <span className={style.label}>
            <Trans>Language</Trans>
          </span>
          <select
            className={style.input}
            value={language}
            onChange={event => void speak(event.target.value as Language)}
          >
            <option value="en">English</option>
            <option value="zh-Hans">简体中文</option>
          </select>
        </label>
      </section>
      <section className={style.section}>
        <h2>
          <Trans>Second factor</Trans>
        </h2>
        <Suspense fallback={<Waiting />}>
          <SecondFactor />
        </Suspense>
      </section>
      <div className={style.buttons}>
        <button type="button" className={style.button} disabled={act.busy} onClick={() => void leave()}>
          <Trans>Sign out</Trans>
        </button>
      </div>
      <p className={style.hint}>{t`What you typed and did not send is forgotten on this device.`}</p>
    </>
  )
}
