import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Kept } from '../../../web/offline/outbox.ts'
import { useOnline } from '../../../web/offline/use-outbox.ts'
import type { FormFault } from '../report-form.ts'
import style from './report.module.css'

type Props = {
  /** Null: nothing is written yet. */
  entry: Kept | null
  fault: FormFault | null
  onSend: () => void
  onReopen: () => void
  onDrop: () => void
}

/** Where the report is by now, in plain words, and what can be done. */
export function ReportState({ entry, fault, onSend, onReopen, onDrop }: Props) {
  const { t } = useLingui()
  const online = useOnline()
  const faults: Record<FormFault, string> = {
    times: t`The end must come after the beginning.`,
    future: t`The day is still to come.`,
    nothing: t`Write what was said, or a promise.`,
  }
  const state = entry?.state ?? null
  const bar = (title: ReactNode, note: ReactNode, acts: ReactNode) => (
    <div className={style.bar} role="status">
      <div className={style.state}>
        <strong>{title}</strong>
        <span>{note}</span>
      </div>
      <div className={style.acts}>{acts}</div>
    </div>
  )
  const discard = (
    <Button variant="subtle" color="red" onClick={onDrop}>
      <Trans>Discard</Trans>
    </Button>
  )
  const change = (
    <Button variant="default" onClick={onReopen}>
      <Trans>Change it</Trans>
    </Button>
  )
  if (state === 'ready')
    return online
      ? bar(<Trans>Sending</Trans>, <Trans>You may go on; it is kept until it has arrived.</Trans>, change)
      : bar(<Trans>Kept on this phone</Trans>, <Trans>It is sent as soon as there is a network.</Trans>, change)
  if (state === 'refused')
    return bar(<Trans>Not sent</Trans>, <Trans>Kept on this phone until you decide.</Trans>, change)
  return bar(
    state === 'writing' ? <Trans>Kept on this phone</Trans> : <Trans>Nothing written yet</Trans>,
    fault ? faults[fault] : online ? '' : <Trans>No network: send it now, it goes by itself later.</Trans>,
    <>
      {state === 'writing' && discard}
      <Button onClick={onSend} disabled={fault !== null}>
        <Trans>Send the report</Trans>
      </Button>
    </>,
  )
}
