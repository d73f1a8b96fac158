import { getRouteApi } from '@tanstack/react-router'
import { useAccount } from '../../accounts/details/account.web.ts'
import { PeoplePanel } from './people.panel.tsx'

const route = getRouteApi('/_app/accounts/$id/people')

export function AccountPeoplePage() {
  const id = Number(route.useParams().id)
  const { contact, act } = route.useSearch()
  const navigate = route.useNavigate()
  const account = useAccount(id).data
  return (
    <PeoplePanel
      accountId={id}
      mayEdit={account?.mayEditContacts ?? false}
      search={{ contact, act }}
      onSearch={next => void navigate({ search: old => ({ ...old, contact: next.contact, act: next.act }) })}
    />
  )
}
