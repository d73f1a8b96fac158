import { Trans, useLingui } from '@lingui/react/macro'
import { read } from './ask.web.ts'
import { useWriting } from './language.web.ts'
import { Pages } from './Pages.tsx'
import style from './portal.module.css'

/** What the account got of goods that did not suffice for all, and why. */
export function Shares() {
  const { t } = useLingui()
  const write = useWriting()
  return (
    <>
      <h1 className={style.title}>
        <Trans>Shares of scarce goods</Trans>
      </h1>
      <p className={style.lead}>
        <Trans>When there is not enough for everybody, this is what you get, and why.</Trans>
      </p>
      <div className={style.section}>
        <Pages
          of="shares"
          read={cursor => read('allocations', 'allocations', { cursor })}
          row={share => (
            <div className={style.line}>
              <div className={style.lineHead}>
                <span className={`${style.what} ${style.strong}`}>{share.name}</span>
                <span className={style.figure}>
                  <span className={style.strong}>{write.quantity(share.allocated)}</span>{' '}
                  <span className={style.quiet}>{t`of ${write.quantity(share.requested)}`}</span>
                </span>
              </div>
              <p className={style.small}>
                {share.product} · {write.instant(share.releasedAt)}
              </p>
              {share.reasons.map(reason => (
                <p key={reason} className={style.quiet}>
                  {reason}
                </p>
              ))}
            </div>
          )}
          empty={<Trans>Nothing of yours had to be shared out.</Trans>}
        />
      </div>
    </>
  )
}
