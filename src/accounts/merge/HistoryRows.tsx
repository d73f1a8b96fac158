import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Amount } from '../../web/figures/Amount.tsx'
import { TierBadge } from '../../web/figures/TierBadge.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './compare.module.css'
import { hangingName } from './hanging-words.ts'
import type { ComparedSide } from './merge.web.ts'

/** What each has behind it, figure by figure. */
export function HistoryRows({ sides }: { sides: ComparedSide[] }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const rows: [key: string, name: string, render: (side: ComparedSide) => ReactNode][] = [
    ['year', t`Sales, last 12 months`, side => <Amount value={side.history.revenueYear} form="exact" />],
    ['sales', t`Sales in all`, side => <Amount value={side.history.revenue} form="exact" />],
    ['documents', t`Documents`, side => format.count(side.history.documents)],
    ['first', t`First order`, side => dayOf(side.history.firstDay)],
    ['last', t`Last order`, side => dayOf(side.history.lastDay)],
    ['tier', t`Tier`, ({ history: { tier } }) => <TierBadge tier={tier === 'regular' ? null : tier} named />],
    ['contacts', t`Contacts`, side => format.count(side.history.contacts)],
    [
      'codes',
      t`Codes in other systems`,
      side => side.codes.map(each => `${each.code} (${each.source})`).join(', ') || '–',
    ],
    [
      'uses',
      t`What else hangs on it`,
      side =>
        side.history.uses
          .filter(({ use }) => !use.startsWith('ledger '))
          .map(({ use, count }) => `${hangingName(use, language)} ${format.count(count)}`)
          .join(' · ') || '–',
    ],
  ]
  return (
    <tbody>
      {rows.map(([key, name, render]) => (
        <tr key={key}>
          <th scope="row" className={style.field}>
            {name}
          </th>
          {sides.map(side => (
            <td key={side.id}>{render(side)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  )

  function dayOf(day: string | null) {
    return day === null ? '–' : format.day(day)
  }
}
