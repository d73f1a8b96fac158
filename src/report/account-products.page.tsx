import { getRouteApi } from '@tanstack/react-router'
import { ProductsBoughtPanel } from '../ledger/products-bought.panel.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { useDays } from './accounts/list.web.ts'

const route = getRouteApi('/_app/accounts/$id')

export function AccountProductsPage() {
  const id = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { days, error, refetch } = useDays(search)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <ProductsBoughtPanel
      accountId={id}
      days={days}
      onOpen={product => void navigate({ to: '/accounts/$id/documents', search: old => ({ ...old, product }) })}
    />
  )
}
