import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Loader } from '@mantine/core'
import { IconCheck, IconCircle, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useFormat } from '../use-format.ts'
import style from './ProgressSteps.module.css'

export type Step = {
  key: string
  name: ReactNode
  state: 'waiting' | 'running' | 'done' | 'failed'
  /** What came of it: "60,919 lines". */
  result?: ReactNode
}

type Props = {
  /** Names the work: "Import of invoices.csv". */
  label: string
  steps: Step[]
  /** 0 to 1; null while nobody can know. */
  share: number | null
  /** What is counted, per second. */
  rate?: { perSecond: number; unit: string } | null
  remainingSeconds?: number | null
  onCancel?: () => void
  cancelling?: boolean
}

/** Long work: its steps, how far, how fast, how long still, and the way to stop it. */
export function ProgressSteps({ label, steps, share, rate, remainingSeconds, onCancel, cancelling }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <div className={style.work}>
      <div
        className={style.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
      >
        <div
          className={style.fill}
          data-unknown={share === null || undefined}
          style={share === null ? undefined : { width: `${Math.min(1, share) * 100}%` }}
        />
      </div>
      <div className={style.line} aria-live="polite">
        <span className="figures">
          {[
            share === null ? null : format.share(share),
            rate ? t`${format.number(rate.perSecond, 0)} ${rate.unit} per second` : null,
            remainingSeconds ? t`about ${format.duration(remainingSeconds)} left` : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {onCancel && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={onCancel} loading={cancelling}>
            <Trans>Cancel</Trans>
          </Button>
        )}
      </div>
      <ol className={style.steps}>
        {steps.map(step => (
          <li key={step.key} className={style.step} data-state={step.state}>
            <Sign state={step.state} />
            <span>{step.name}</span>
            {step.result !== undefined && <span className={style.result}>{step.result}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}

function Sign({ state }: { state: Step['state'] }) {
  if (state === 'done') return <IconCheck size={16} aria-hidden="true" className={style.done} />
  if (state === 'failed') return <IconX size={16} aria-hidden="true" className={style.failed} />
  if (state === 'running') return <Loader size={14} aria-hidden="true" />
  return <IconCircle size={16} stroke={1.4} aria-hidden="true" className={style.waiting} />
}
