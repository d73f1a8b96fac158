import { getRouteApi } from '@tanstack/react-router'
import { SitesPanel } from '../know/sites/sites.panel.tsx'

const route = getRouteApi('/_app/accounts/$id/sites')

export function AccountSitesPage() {
  const id = Number(route.useParams().id)
  const { site } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <SitesPanel
      accountId={id}
      search={{ site }}
      onSearch={next => void navigate({ search: old => ({ ...old, site: next.site }) })}
    />
  )
}
