import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { type AccountLevel, accountLevels } from '../../accounts/account.ts'
import { countryName } from '../../accounts/country-name.ts'
import { levelName } from '../../accounts/level-words.ts'
import { usePeople } from '../../accounts/people.web.ts'
import { measureName } from '../../identify/measure-words.ts'
import { type MeasureKey, measureKeys } from '../../identify/measures.ts'
import { type Tier, tierName, tiers } from '../../identify/tier.ts'
import { type ValueType, valueTypes } from '../../identify/value-type.ts'
import { valueTypeName } from '../../identify/value-type-words.ts'
import { api, type client } from '../../web/api.ts'
import { useFormat } from '../../web/use-format.ts'
import { actWords, valueChanges } from '../change-words.ts'
import style from './changes.module.css'

type Change = Awaited<ReturnType<typeof client.accounts.changes>>['items'][number]

/** One act: who did what when, and each value before and after. */
export function ChangeItem({ change }: { change: Change }) {
  const { t } = useLingui()
  const format = useFormat()
  const values = valueChanges(change.subject, change.before, change.after, format.language)
  const via = change.via === 'key' ? t`by API key` : change.via === 'command' ? t`at the command line` : null
  return (
    <li className={style.change}>
      <p className={style.act}>
        <strong>{actWords(change.subject, change.operation, format.language)}</strong>
        <span className={style.who}>{[change.actor, via, format.instant(change.at)].filter(Boolean).join(' · ')}</span>
      </p>
      {values.length > 0 && (
        <dl className={style.values}>
          {values.map(value => (
            <div key={value.field} className={style.value}>
              <dt>{value.name}</dt>
              <dd>
                {value.before !== null && (
                  <del className={style.before}>
                    <Recorded field={value.field} value={value.before} />
                  </del>
                )}
                {value.before !== null && value.after !== null && <span aria-hidden="true"> → </span>}
                {value.after !== null && (
                  <ins className={style.after}>
                    <Recorded field={value.field} value={value.after} />
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  )
}

/** A recorded value as people read it. */
function Recorded({ field, value }: { field: string; value: unknown }) {
  const format = useFormat()
  const people = usePeople()
  const { language } = format
  if (field === 'parentId') return <AccountName id={Number(value)} />
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  if (field === 'ownerId') return people.nameOf(text)
  if (field === 'country') return countryName(text, language)
  if (field === 'amount') return format.amount(text, 'exact')
  if (field === 'level' && accountLevels.includes(text as AccountLevel))
    return levelName(text as AccountLevel, language)
  if (field === 'tier' && tiers.includes(text as Tier)) return tierName(text as Tier, language)
  if (field === 'measure' && measureKeys.includes(text as MeasureKey)) return measureName(text as MeasureKey, language)
  if ((field === 'valueType' || field === 'suggested') && valueTypes.includes(text as ValueType)) {
    return valueTypeName(text as ValueType, language)
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.day(text)
  return text
}

function AccountName({ id }: { id: number }) {
  const query = useQuery(api.accounts.get.queryOptions({ input: { id }, staleTime: 5 * 60_000, retry: false }))
  return query.data?.name ?? `#${id}`
}
