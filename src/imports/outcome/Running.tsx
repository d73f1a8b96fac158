import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { ProgressSteps, type Step } from '../../web/feedback/ProgressSteps.tsx'
import { sayFailed } from '../../web/feedback/say.tsx'
import { useMay } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import type { Import } from '../ImportState.tsx'
import { importers } from '../imports-rights.ts'
import style from './outcome.module.css'

/** An import or its undo under way; asked for anew by the page, so a reload loses nothing. */
export function Running({ import: shown }: { import: Import }) {
  const { t } = useLingui()
  if (shown.state === 'undoing') {
    return (
      <div className={style.work}>
        <ProgressSteps
          label={t`Undo of ${shown.fileName}`}
          share={null}
          steps={[{ key: 'undo', name: t`Taking the rows back and setting every figure as it was`, state: 'running' }]}
        />
        <Leave />
      </div>
    )
  }
  return (
    <div className={style.work}>
      <RunningImport shown={shown} />
      <Leave />
    </div>
  )
}

function Leave() {
  return (
    <p className={style.quiet}>
      <Trans>You may leave this page; the work goes on. The figures change only when all of it is done.</Trans>
    </p>
  )
}

function RunningImport({ shown }: { shown: Import }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const may = useMay(...importers)
  const { id, progress } = shown
  const cancel = useMutation(
    api.imports.cancel.mutationOptions({
      onSuccess: answered => queries.setQueryData(api.imports.show.queryKey({ input: { id } }), answered),
      onError: sayFailed,
    }),
  )
  const step = shown.state === 'waiting' ? 'waiting' : (progress?.step ?? 'reading')
  const order = ['waiting', 'reading', 'writing'] as const
  const at = order.indexOf(step)
  const stateOf = (index: number): Step['state'] => (index < at ? 'done' : index === at ? 'running' : 'waiting')
  const rows = progress && progress.rows > 0 ? t`${format.number(progress.rows, 0)} rows` : undefined
  return (
    <ProgressSteps
      label={t`Import of ${shown.fileName}`}
      share={progress && step === 'reading' && progress.totalBytes > 0 ? progress.bytes / progress.totalBytes : null}
      rate={
        progress && step === 'reading' && progress.rowsPerSecond > 0
          ? { perSecond: progress.rowsPerSecond, unit: t`rows` }
          : null
      }
      remainingSeconds={step === 'reading' ? progress?.secondsLeft : null}
      onCancel={may ? () => cancel.mutate({ id }) : undefined}
      cancelling={cancel.isPending || cancel.isSuccess}
      steps={[
        { key: 'waiting', name: at > 0 ? t`Its turn has come` : t`Waiting for its turn`, state: stateOf(0) },
        { key: 'reading', name: t`Reading and checking rows`, state: stateOf(1), result: rows },
        { key: 'writing', name: t`Writing lines, documents and months`, state: stateOf(2) },
      ]}
    />
  )
}
