import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { goTo } from './address.web.ts'
import { knock } from './ask.web.ts'
import { Door } from './Door.tsx'
import { PlaceLink } from './PlaceLink.tsx'
import style from './portal.module.css'
import { forgetAll } from './use-read.web.ts'
import { useWrite } from './use-write.web.ts'
import { Failure } from './Waiting.tsx'

/** A mailed link. It is used by a press of the button: programs that look into mails open links, but press nothing. */
export function OpenLink() {
  const { t } = useLingui()
  const [secret] = useState(() => window.location.hash.slice(1))
  const act = useWrite()
  const open = async () => {
    if (!(await act.write(() => knock('/portal/open', { secret })))) return
    forgetAll()
    goTo('', { replace: true })
  }
  return (
    <Door title={t`Sign in`} note={t`Your link works once.`}>
      {act.error !== null && (
        <div className={style.section}>
          <Failure error={act.error} />
          <p className={style.section}>
            <PlaceLink to="sign-in">
              <Trans>Ask for a new link</Trans>
            </PlaceLink>
          </p>
        </div>
      )}
      <div className={style.buttons}>
        <button
          type="button"
          className={`${style.button} ${style.primary}`}
          disabled={act.busy}
          onClick={() => void open()}
        >
          <Trans>Sign in</Trans>
        </button>
      </div>
    </Door>
  )
}
