import { getRouteApi } from '@tanstack/react-router'
import { DocumentsPanel } from '../ledger/documents.panel.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { useDays } from './accounts/list.web.ts'

const route = getRouteApi('/_app/accounts/$id/documents')

export function AccountDocumentsPage() {
  const id = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { days, error, refetch } = useDays(search)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <DocumentsPanel
      accountId={id}
      days={days}
      search={search}
      onSearch={(change, replace) => void navigate({ search: old => ({ ...old, ...change }), replace })}
    />
  )
}
