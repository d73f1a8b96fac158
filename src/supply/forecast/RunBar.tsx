import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Progress } from '@mantine/core'
import { useMay } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import style from './forecast.module.css'
import { type ForecastRun, isUnderWay, useForecastWrites, useLastRun } from './forecast.web.ts'

/** While forecasts are being made: the step, how far, and the way to stop; else a quiet line only after a failure. */
export function RunBar() {
  const run = useLastRun()
  if (run && isUnderWay(run)) return <UnderWay run={run} />
  if (run?.state === 'failed') return <Ended />
  return null
}

function UnderWay({ run }: { run: ForecastRun }) {
  const { t } = useLingui()
  const format = useFormat()
  const may = useMay('administrator', 'head', 'manager', 'back office')
  const { cancel } = useForecastWrites()
  const steps: Record<ForecastRun['step'], string> = {
    reading: t`reading what was bought and sold`,
    forecasting: t`forecasting each series`,
    reconciling: t`bringing parts and sums into line`,
    'looking back': t`comparing with the past`,
    writing: t`writing`,
  }
  const share = run.total > 0 ? run.done / run.total : null
  return (
    <div className={style.run} role="status">
      <span>
        {run.state === 'waiting' ? (
          <Trans>Forecasts are about to be made anew</Trans>
        ) : (
          <Trans>Forecasts are being made anew: {steps[run.step]}</Trans>
        )}
      </span>
      <Progress
        className={style.bar}
        value={share === null ? 100 : share * 100}
        animated={share === null}
        aria-label={t`Progress of the forecasts`}
      />
      {share !== null && <span className="figures">{format.share(share)}</span>}
      {may && (
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          loading={cancel.isPending || run.cancelAsked}
          onClick={() => cancel.mutate({})}
        >
          <Trans>Stop</Trans>
        </Button>
      )}
    </div>
  )
}

function Ended() {
  return (
    <div className={style.run} role="status">
      <span>
        <Trans>The last attempt to make forecasts failed; those shown were made before it.</Trans>
      </span>
      <MakeAnew />
    </div>
  )
}

/** Asks for all forecasts anew. */
export function MakeAnew() {
  const run = useLastRun()
  const may = useMay('administrator', 'head', 'manager', 'back office')
  const { start } = useForecastWrites()
  if (!may) return null
  return (
    <Button
      variant="default"
      size="xs"
      disabled={isUnderWay(run)}
      loading={start.isPending}
      onClick={() => start.mutate({})}
    >
      <Trans>Make forecasts anew</Trans>
    </Button>
  )
}
