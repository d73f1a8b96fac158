import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useLanguage } from '../../web/use-format.ts'
import type { FaultCode } from './interchange/interchange-fault.ts'
import { faultSentence } from './interchange-refused.ts'
import { type MessageRead, useMessageWords } from './messages.web.ts'
import style from './partners.module.css'

export function StateOf({ message: { state } }: { message: MessageRead }) {
  const { states } = useMessageWords()
  const isBad = state === 'refused' || state === 'rejected'
  return <span className={isBad ? style.bad : undefined}>{states[state]}</span>
}

/** Of a refused message the segment and what is wrong with it; of others what they are about. */
export function AboutMessage({ message: { state, fault, subject, test, messages } }: { message: MessageRead }) {
  const { t } = useLingui()
  const language = useLanguage()
  if (fault && state === 'refused') {
    const why = faultSentence({ ...fault, code: fault.code as FaultCode }, language)
    const sentence = t`Segment ${fault.position} (${fault.segment}): ${why}`
    return <span data-hint={sentence}>{sentence}</span>
  }
  const parts = [
    subject,
    messages > 1 ? t`${messages} messages in it` : null,
    test ? t({ message: 'test', context: 'EDI' }) : null,
  ].filter(Boolean)
  return <span className={style.quiet}>{parts.join(' · ')}</span>
}

export function FilesOf({ message: { fileId, ackFileId, importId, type } }: { message: MessageRead }) {
  const { t } = useLingui()
  return (
    <span className={style.links}>
      {fileId && (
        <a className="link" href={`/api/files/${fileId}`} download aria-label={t`File of the ${type}`}>
          <Trans context="EDI">File</Trans>
        </a>
      )}
      {ackFileId && (
        <a className="link" href={`/api/files/${ackFileId}`} download aria-label={t`Acknowledgement of the ${type}`}>
          <Trans>Acknowledgement</Trans>
        </a>
      )}
      {importId && (
        <Link className="link" to="/imports/$id" params={{ id: String(importId) }}>
          <Trans>Import</Trans>
        </Link>
      )}
    </span>
  )
}
