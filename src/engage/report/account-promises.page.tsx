import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconHeartHandshake, IconPlus } from '@tabler/icons-react'
import { getRouteApi } from '@tanstack/react-router'
import { useAccount } from '../../accounts/details/account.web.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import { KeptTiles } from './promises/KeptTiles.tsx'
import { PromiseFilters } from './promises/PromiseFilters.tsx'
import { PromiseList } from './promises/PromiseList.tsx'
import type { PromisesSearch } from './promises-search.ts'

const route = getRouteApi('/_app/accounts/$id/promises')

/** What was promised to this account, and by it. */
export function AccountPromisesPage() {
  const { t } = useLingui()
  const accountId = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const mayAdd = useAccount(accountId).data?.mayEditContacts ?? false
  const onSearch = (change: PromisesSearch) => void navigate({ search: old => ({ ...old, ...change }) })
  const add = mayAdd && (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => onSearch({ promise: 'new' })}
    >
      <Trans>Add a promise</Trans>
    </Button>
  )
  return (
    <>
      <KeptTiles accountId={accountId} />
      <Section title={t`Promises`} actions={add}>
        <PromiseFilters search={search} onSearch={onSearch} />
        <PromiseList
          accountId={accountId}
          search={search}
          whose="all"
          onSearch={onSearch}
          empty={
            <EmptyState icon={<IconHeartHandshake size={24} stroke={1.5} />} title={t`No promise fits these filters`}>
              <Trans>What was promised at a visit comes here with its report; or add it yourself.</Trans>
            </EmptyState>
          }
        />
      </Section>
    </>
  )
}
