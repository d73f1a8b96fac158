import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../web/use-format.ts'
import style from './orders.module.css'
import type { OrderRead, SignatureRead } from './orders.web.ts'

/** Every signature of the order, newest first, each checked against what it signed. */
export function Signatures({ order }: { order: OrderRead }) {
  if (order.signatures.length === 0) {
    return (
      <>
        <p className={style.quiet}>
          <Trans>Not signed yet. A signature binds exactly what stands here, under this number:</Trans>
        </p>
        <code className={style.hash}>{order.contentHash}</code>
      </>
    )
  }
  return (
    <ul className={style.signatures}>
      {order.signatures.map(signature => (
        <SignatureOf key={signature.publicId} signature={signature} />
      ))}
    </ul>
  )
}

function SignatureOf({ signature }: { signature: SignatureRead }) {
  const { t } = useLingui()
  const format = useFormat()
  const who = [signature.signerName, signature.signerTitle].filter(Boolean).join(', ')
  const recorder = signature.recordedByName
  return (
    <li className={style.signature} data-binds={signature.binds}>
      <div>
        <span className={style.who}>{who}</span>{' '}
        <span className={style.quiet}>
          {format.instant(signature.signedAt)} ·{' '}
          {signature.how === 'portal' ? t`in the portal` : t`on paper, recorded by ${recorder}`}
        </span>
      </div>
      <Verdict signature={signature} />
      <code className={style.hash}>{signature.contentHash}</code>
      <div className={style.links}>
        <a className="link" href={`/api/files/${signature.documentFileId}`} target="_blank" rel="noreferrer">
          <Trans>Document as it was shown</Trans>
        </a>
        {signature.scanFileId && (
          <a className="link" href={`/api/files/${signature.scanFileId}`} target="_blank" rel="noreferrer">
            <Trans>Scan of the paper</Trans>
          </a>
        )}
      </div>
      <details>
        <summary>
          <Trans>What exactly was signed</Trans>
        </summary>
        <pre className={style.content}>{signature.content}</pre>
        <p className={style.quiet}>
          <Trans>The number above is the SHA-256 of this text in UTF-8; anybody can check it.</Trans>
        </p>
      </details>
    </li>
  )
}

function Verdict({ signature }: { signature: SignatureRead }) {
  const format = useFormat()
  const by = signature.supersededByName
  if (!signature.isIntact)
    return (
      <span className={style.broken}>
        <Trans>Its text or its document is not what was signed. Call an administrator.</Trans>
      </span>
    )
  if (signature.binds)
    return (
      <span className={style.binds}>
        <Trans>Checked: it binds the order exactly as it stands.</Trans>
      </span>
    )
  if (signature.supersededAt) {
    const day = format.instant(signature.supersededAt)
    return (
      <span className={style.quiet}>
        <Trans>
          Binds no more: {by} changed the order on {day}.
        </Trans>
      </span>
    )
  }
  return (
    <span className={style.quiet}>
      <Trans>Kept with an order that was withdrawn.</Trans>
    </span>
  )
}
