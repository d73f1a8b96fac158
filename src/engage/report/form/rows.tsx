import { Trans } from '@lingui/react/macro'
import type { ReportedVisit } from '../report.web.ts'
import type { ReportForm } from '../report-form.ts'
import style from './report.module.css'

export type FieldProps = {
  reported: ReportedVisit
  form: ReportForm
  onChange: (change: Partial<ReportForm>) => void
}

/** Adds a row to a list of the form. */
export function AddRow({ words, onAdd }: { words: string; onAdd: () => void }) {
  return (
    <button type="button" className={style.add} onClick={onAdd}>
      + {words}
    </button>
  )
}

/** Takes a row out of a list of the form. */
export function RemoveRow({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <button type="button" className={style.remove} onClick={onRemove} aria-label={name}>
      <Trans>Remove</Trans>
    </button>
  )
}
