import { getRouteApi } from '@tanstack/react-router'
import { PortalPanel } from './portal.panel.tsx'

const route = getRouteApi('/_app/accounts/$id/portal')

/** The account's own people: who comes in by themselves, and what they write. */
export function AccountPortalPage() {
  return <PortalPanel accountId={Number(route.useParams().id)} />
}
