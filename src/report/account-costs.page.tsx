import { getRouteApi } from '@tanstack/react-router'
import { useAccount } from '../accounts/details/account.web.ts'
import { CostsPanel } from '../ledger/costs.panel.tsx'

const route = getRouteApi('/_app/accounts/$id')

export function AccountCostsPage() {
  const id = Number(route.useParams().id)
  const account = useAccount(id).data
  return <CostsPanel accountId={id} mayEdit={account?.mayEditContacts ?? false} />
}
