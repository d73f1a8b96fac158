import { Trans, useLingui } from '@lingui/react/macro'
import { DetailDrawer } from '../../web/feedback/DetailDrawer.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { capital } from '../capital.ts'
import { reasonSentence } from '../reasons.ts'
import type { Shape } from '../shape.ts'
import { splitLine } from '../split-record.ts'
import style from './outcome.module.css'
import type { SetAsideRow } from './SetAside.tsx'

type Props = { shape: Shape | null; row: SetAsideRow | undefined; onClose: () => void }

/** One row that was set aside: its cells by column, the one at fault marked, and the text as it stood. */
export function RowDrawer({ shape, row, onClose }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const cells = row && shape ? splitLine(row.raw, shape.format === 'csv' ? (shape.delimiter ?? ',') : ',') : null
  const fault = row?.field && shape ? shape.columns[row.field] : undefined
  return (
    <DetailDrawer opened={row !== undefined} onClose={onClose} title={row ? t`Row ${format.number(row.row, 0)}` : ''}>
      {row && (
        <>
          <p className={style.fault}>{capital(reasonSentence(row.reason, language))}</p>
          {cells && shape && (
            <dl className={style.cells}>
              {Array.from({ length: Math.max(shape.headers.length, cells.length) }, (_, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells are told apart by their place alone
                <div key={at} className={style.cell} data-fault={at === fault || undefined}>
                  <dt>{shape.headers[at] || t`Column ${at + 1}`}</dt>
                  <dd>{cells[at]?.trim() ? cells[at] : <Trans>empty</Trans>}</dd>
                </div>
              ))}
            </dl>
          )}
          <h3 className={style.rawTitle}>
            <Trans>As it stands in the file</Trans>
          </h3>
          <pre className={style.rawText}>{row.raw}</pre>
        </>
      )}
    </DetailDrawer>
  )
}
