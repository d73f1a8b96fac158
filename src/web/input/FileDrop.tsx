import { Trans, useLingui } from '@lingui/react/macro'
import { IconFileUpload } from '@tabler/icons-react'
import { type DragEvent, type ReactNode, useId, useState } from 'react'
import style from './FileDrop.module.css'

type Props = {
  /** "Drop a ledger here". */
  title: ReactNode
  /** What is accepted, in words. */
  note: ReactNode
  /** For the file dialog, such as ".csv,.xlsx". The server decides what it can read. */
  accept?: string
  multiple?: boolean
  disabled?: boolean
  onFiles: (files: File[]) => void
}

/** Drop files or choose them: `<FileDrop title={…} note={…} accept=".csv,.xlsx,.parquet,.gz" onFiles={start} />` */
export function FileDrop({ title, note, accept, multiple, disabled, onFiles }: Props) {
  const { t } = useLingui()
  const [over, setOver] = useState(false)
  const id = useId()
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])]
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1))
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!disabled) take(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way in; the labelled input is the accessible one
    <div
      className={style.drop}
      data-over={over || undefined}
      data-disabled={disabled || undefined}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={28} stroke={1.4} aria-hidden="true" className={style.sign} />
      <p className={style.title}>{title}</p>
      <p className={style.note}>{note}</p>
      <input
        id={id}
        type="file"
        className={`visually-hidden ${style.input}`}
        accept={accept}
        multiple={multiple}
        disabled={disabled}
        aria-label={t`Choose a file`}
        onChange={event => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <label htmlFor={id} className={style.choose}>
        <Trans>Choose a file</Trans>
      </label>
    </div>
  )
}
