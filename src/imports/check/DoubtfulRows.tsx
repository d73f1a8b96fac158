import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { Section } from '../../web/page/Section.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { capital } from '../capital.ts'
import { reasonSentence } from '../reasons.ts'
import style from './DoubtfulRows.module.css'

type Props = { doubtful: { row: number; reason: string; field: string | null; raw: string }[]; looked: number }

/** As many as one reads at a glance. */
const glance = 5

/** The first rows that would be set aside as things stand, and why. */
export function DoubtfulRows({ doubtful, looked }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const [all, setAll] = useState(false)
  const more = doubtful.length - glance
  const among = plural(looked, { one: 'Among the first row', other: 'Among the first # rows' })
  if (doubtful.length === 0) {
    return (
      <p className={style.clean}>
        <IconCheck size={16} aria-hidden="true" />
        <span>{plural(looked, { one: 'The only row can be read.', other: 'All # rows looked at can be read.' })}</span>
      </p>
    )
  }
  return (
    <Section
      title={t`Doubtful rows`}
      note={t`${among}, these would be set aside with their reason; nothing of them is lost`}
    >
      <ul className={style.rows}>
        {doubtful.slice(0, all ? undefined : glance).map(row => (
          <li key={row.row} className={style.row}>
            <span className={style.number}>{t`Row ${format.number(row.row, 0)}`}</span>
            <span className={style.reason}>{capital(reasonSentence(row.reason, language))}</span>
            <code className={style.raw} data-hint={row.raw.length > 90 ? row.raw.slice(0, 600) : undefined}>
              {row.raw}
            </code>
          </li>
        ))}
      </ul>
      {more > 0 && !all && (
        <div>
          <Button variant="subtle" color="gray" size="xs" onClick={() => setAll(true)}>
            {plural(more, { one: 'Show # more row', other: 'Show # more rows' })}
          </Button>
        </div>
      )}
    </Section>
  )
}
