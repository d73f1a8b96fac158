import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { sendFile } from './ask.web.ts'
import style from './portal.module.css'
import { useWrite } from './use-write.web.ts'
import { Failure } from './Waiting.tsx'

export type FileRow = { product: string; name: string; onHand: string | null; sold: string | null }

type FileAnswer = { rows: FileRow[]; unread: { line: number; text: string }[] }

type Props = { account: string; onRows: (rows: FileRow[]) => void }

/** A table from the account's own program: its figures fill the fields, to be looked at before they are entered. */
export function StockFile({ account, onRows }: Props) {
  const { t } = useLingui()
  const [answer, setAnswer] = useState<FileAnswer | null>(null)
  const act = useWrite()
  const take = (file: File | undefined) => {
    if (!file) return
    void act.write(async () => {
      const search = new URLSearchParams({ account, name: file.name })
      const read = await sendFile<FileAnswer>(`stock/file?${search}`, file)
      setAnswer(read)
      onRows(read.rows)
    })
  }
  return (
    <div className={style.section}>
      <label className={style.field}>
        <span className={style.label}>
          <Trans>Or from a file (CSV or Excel)</Trans>
        </span>
        <input
          type="file"
          className={style.input}
          accept=".csv,.txt,.xlsx"
          disabled={act.busy}
          onChange={event => take(event.target.files?.[0])}
        />
        <span className={style.hint}>
          <Trans>A column of product codes and one of quantities is enough.</Trans>
        </span>
      </label>
      {act.error !== null && <Failure error={act.error} />}
      {answer && (
        <div className={style.note} role="status">
          <p>
            <Plural
              value={answer.rows.length}
              one="# product filled in below: look, then enter."
              other="# products filled in below: look, then enter."
            />
          </p>
          {answer.unread.length > 0 && (
            <p className={style.small}>
              {t`Not read: ${answer.unread
                .slice(0, 5)
                .map(({ line, text }) => `${line} (${text})`)
                .join(', ')}`}
            </p>
          )}
        </div>
      )}
    </div>
  )
}
