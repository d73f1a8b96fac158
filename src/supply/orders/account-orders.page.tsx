import { getRouteApi } from '@tanstack/react-router'
import { OrdersPanel } from './orders.panel.tsx'

const route = getRouteApi('/_app/accounts/$id/orders')

export function AccountOrdersPage() {
  const accountId = Number(route.useParams().id)
  const { group } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <OrdersPanel
      accountId={accountId}
      group={group}
      onGroup={next => void navigate({ search: old => ({ ...old, group: next }), replace: true })}
    />
  )
}
