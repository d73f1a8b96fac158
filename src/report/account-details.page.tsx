import { getRouteApi } from '@tanstack/react-router'
import { CodesPanel } from '../accounts/codes.panel.tsx'
import { DeleteAccount } from '../accounts/DeleteAccount.tsx'
import { useAccount } from '../accounts/details/account.web.ts'
import { DetailsPanel } from '../accounts/details.panel.tsx'
import { HierarchyPanel } from '../accounts/hierarchy.panel.tsx'
import { LinesSkeleton } from '../web/page/Skeletons.tsx'
import style from './account/account.module.css'

const route = getRouteApi('/_app/accounts/$id')

export function AccountDetailsPage() {
  const id = Number(route.useParams().id)
  const account = useAccount(id).data
  if (!account) return <LinesSkeleton lines={10} />
  return (
    <div className={style.columns}>
      <div>
        <DetailsPanel key={account.id} account={account} />
        {account.mayEdit && <DeleteAccount account={account} />}
      </div>
      <div>
        <HierarchyPanel account={account} />
        <CodesPanel account={account} />
      </div>
    </div>
  )
}
