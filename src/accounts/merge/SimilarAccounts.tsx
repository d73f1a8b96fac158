import { Trans } from '@lingui/react/macro'
import { useDebouncedValue } from '@mantine/hooks'
import { skipToken, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import style from './compare.module.css'

type Props = { name: string; taxNumber: string; city: string; address: string }

/** Milliseconds of quiet before it is asked who is meant. */
const pause = 400

/** Accounts that the one about to be added may be, so that no duplicate comes about in the first place. */
export function SimilarAccounts(typed: Props) {
  const [{ name, taxNumber, city, address }] = useDebouncedValue(typed, pause)
  const said = (text: string) => text.trim() || undefined
  const query = useQuery(
    api.merge.similar.queryOptions({
      input:
        name.trim().length < 2
          ? skipToken
          : { name: name.trim(), taxNumber: said(taxNumber), city: said(city), address: said(address) },
    }),
  )
  if (!query.data || query.data.items.length === 0) return null
  return (
    <div className={style.similar} role="status">
      <Trans>Perhaps you mean:</Trans>
      <ul>
        {query.data.items.map(item => (
          <li key={item.id}>
            <Link to="/accounts/$id" params={{ id: String(item.id) }} className="link">
              {item.name}
            </Link>{' '}
            ({item.code}
            {item.city ? `, ${item.city}` : ''}): {item.sentence}
          </li>
        ))}
      </ul>
    </div>
  )
}
