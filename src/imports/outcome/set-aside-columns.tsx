import { useLingui } from '@lingui/react/macro'
import type { Column } from '../../web/table/column.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { capital } from '../capital.ts'
import { reasonSentence } from '../reasons.ts'
import style from './outcome.module.css'
import type { SetAsideRow } from './SetAside.tsx'

/** What became of a set-aside row, in one word. */
export function useSettledWords(): Record<SetAsideRow['state'], string> {
  const { t } = useLingui()
  return {
    open: t({ message: 'Open', context: 'row set aside' }),
    left: t`Left aside`,
    booked: t`Booked`,
  }
}

/** Columns of the list of set-aside rows. */
export function useSetAsideColumns(): Column<SetAsideRow>[] {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const settled = useSettledWords()
  return [
    {
      key: 'row',
      header: t`Row`,
      width: '84px',
      phone: 'figure',
      render: row => <span className="figures">{format.number(row.row, 0)}</span>,
    },
    {
      key: 'reason',
      header: t({ message: 'Reason', context: 'row set aside' }),
      width: 'minmax(160px, 260px)',
      phone: 'lead',
      render: row => <span data-hint={row.reason}>{capital(reasonSentence(row.reason, language))}</span>,
    },
    {
      key: 'raw',
      header: t`What the file says`,
      width: 'minmax(300px, 1fr)',
      phone: 'detail',
      render: row => <code className={style.raw}>{row.raw}</code>,
    },
    {
      key: 'state',
      header: t`State`,
      width: '96px',
      render: row => <span className={row.state === 'open' ? undefined : style.quiet}>{settled[row.state]}</span>,
    },
  ]
}
