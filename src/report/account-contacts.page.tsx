import { getRouteApi } from '@tanstack/react-router'
import { ContactsPanel } from '../accounts/contacts.panel.tsx'
import { useAccount } from '../accounts/details/account.web.ts'

const route = getRouteApi('/_app/accounts/$id/contacts')

export function AccountContactsPage() {
  const id = Number(route.useParams().id)
  const { contact } = route.useSearch()
  const navigate = route.useNavigate()
  const account = useAccount(id).data
  return (
    <ContactsPanel
      accountId={id}
      mayEdit={account?.mayEditContacts ?? false}
      search={{ contact }}
      onSearch={next => void navigate({ search: old => ({ ...old, contact: next.contact }) })}
    />
  )
}
