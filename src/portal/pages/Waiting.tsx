import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { saidOf } from './ask.web.ts'
import style from './portal.module.css'
import type { Reading } from './use-read.web.ts'

export function Waiting() {
  const { t } = useLingui()
  return (
    <div className={style.bones} aria-busy="true" role="status" aria-label={t`Loading`}>
      <span />
      <span />
      <span />
    </div>
  )
}

/** What went wrong, in the server's own words; without an answer, that there is no connection. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useLingui()
  const { status, detail, title } = saidOf(error)
  return (
    <div className={`${style.note} ${style.failure}`} role="alert">
      <p>{status === 0 ? t`No connection. What you typed stays on this device.` : (detail ?? title)}</p>
      {again && (
        <button type="button" className={style.plain} onClick={again}>
          <Trans>Try again</Trans>
        </button>
      )}
    </div>
  )
}

/** Waiting, failed, or there. An answer from before stays while it is read anew. */
export function Read<Answer>({ of, children }: { of: Reading<Answer>; children: (answer: Answer) => ReactNode }) {
  return (
    <>
      {of.error !== undefined && <Failure error={of.error} again={of.again} />}
      {of.answer === undefined ? of.error === undefined && <Waiting /> : children(of.answer)}
    </>
  )
}
