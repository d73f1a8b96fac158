import { useLingui } from '@lingui/react/macro'
import { Radio } from '@mantine/core'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { type AccountField, type AccountLevel, accountColumns } from '../account.ts'
import { accountFieldName } from '../account-field-words.ts'
import { countryName } from '../country-name.ts'
import { levelName } from '../level-words.ts'
import style from './compare.module.css'
import type { ComparedSide } from './merge.web.ts'

type Props = {
  sides: ComparedSide[]
  differing: AccountField[]
  /** Those of the differing ones that may be chosen. */
  open: AccountField[]
  take: AccountField[]
  /** The one that does not survive. */
  otherId: number
  onChoose: (field: AccountField, id: number) => void
}

const fields = Object.keys(accountColumns) as AccountField[]

/** Every field of both; where they differ the value to keep is chosen. */
export function FieldRows({ sides, differing, open, take, otherId, onChoose }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const read = useReading()
  const told = fields.filter(field => sides.some(side => side.values[field] !== null))
  return (
    <tbody>
      {told.map(field => (
        <tr key={field} data-differs={differing.includes(field) || undefined}>
          <th scope="row" className={style.field}>
            {accountFieldName(field, language)}
            {differing.includes(field) && <span className={style.mark}>{t`differs`}</span>}
          </th>
          {sides.map(side => {
            const value = read(field, side)
            if (!open.includes(field)) return <td key={side.id}>{value}</td>
            return (
              <td key={side.id}>
                <Radio
                  size="xs"
                  name={field}
                  label={value}
                  aria-label={t`Keep ${value} as ${accountFieldName(field, language)}`}
                  checked={take.includes(field) === (side.id === otherId)}
                  onChange={() => onChoose(field, side.id)}
                />
              </td>
            )
          })}
        </tr>
      ))}
    </tbody>
  )
}

function useReading() {
  const format = useFormat()
  const language = useLanguage()
  return (field: AccountField, { values, shown }: ComparedSide): string => {
    const value = shown[field] ?? values[field] ?? null
    if (value === null) return '–'
    if (field === 'country') return countryName(value, language)
    if (field === 'level') return levelName(value as AccountLevel, language)
    if (field === 'cooperationSince' || field === 'legalStandingConfirmedOn') return format.day(value)
    return value
  }
}
