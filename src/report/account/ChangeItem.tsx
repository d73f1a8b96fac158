import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { api, type client } from '../../web/api.ts'
import { useFormat } from '../../web/use-format.ts'
import { actWords, valueChanges } from '../change-words.ts'
import { recordedWords, type Saying } from '../recorded-words.ts'
import style from './changes.module.css'

type Change = Awaited<ReturnType<typeof client.accounts.changes>>['items'][number]

/** One act: who did what when, and each value before and after. */
export function ChangeItem({ change, saying }: { change: Change; saying: Saying }) {
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
                    <Recorded subject={change.subject} field={value.field} value={value.before} saying={saying} />
                  </del>
                )}
                {value.before !== null && value.after !== null && <span aria-hidden="true"> → </span>}
                {value.after !== null && (
                  <ins className={style.after}>
                    <Recorded subject={change.subject} field={value.field} value={value.after} saying={saying} />
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
function Recorded({
  subject,
  field,
  value,
  saying,
}: {
  subject: string
  field: string
  value: unknown
  saying: Saying
}) {
  if (field === 'parentId') return <AccountName id={Number(value)} />
  return recordedWords(subject, field, value, saying)
}

function AccountName({ id }: { id: number }) {
  const query = useQuery(api.accounts.get.queryOptions({ input: { id }, staleTime: 5 * 60_000, retry: false }))
  return query.data?.name ?? `#${id}`
}
