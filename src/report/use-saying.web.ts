import { useQuery } from '@tanstack/react-query'
import { usePeople } from '../accounts/people.web.ts'
import { api } from '../web/api.ts'
import { useFormat } from '../web/use-format.ts'
import type { Saying } from './recorded-words.ts'

/** How the trail of an account is said: its people and sites by name; who is there no more by the number. */
export function useSaying(accountId: number): Saying {
  const format = useFormat()
  const { nameOf } = usePeople()
  const people = useQuery(api.know.people.list.queryOptions({ input: { accountId }, staleTime: 5 * 60_000 }))
  const sites = useQuery(api.know.sites.list.queryOptions({ input: { accountId }, staleTime: 5 * 60_000 }))
  return {
    language: format.language,
    day: format.day,
    instant: format.instant,
    amount: amount => format.amount(amount, 'exact'),
    number: value => format.number(value, 2),
    person: nameOf,
    contact: id => people.data?.items.find(person => person.contactId === id)?.name ?? `#${id}`,
    site: id => sites.data?.items.find(site => site.id === id)?.name ?? `#${id}`,
  }
}
