import { getRouteApi } from '@tanstack/react-router'
import { useAccount } from '../accounts/details/account.web.ts'
import { ChangesPanel } from './changes.panel.tsx'

const route = getRouteApi('/_app/accounts/$id')

export function AccountChangesPage() {
  const id = Number(route.useParams().id)
  const account = useAccount(id).data
  return <ChangesPanel accountId={id} code={account?.code ?? String(id)} />
}
