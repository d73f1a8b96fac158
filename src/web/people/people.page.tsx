import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Tabs } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../api.ts'
import { PageHeader } from '../page/PageHeader.tsx'
import { useMay } from '../session.ts'
import { KeysPanel } from './keys.panel.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { RightsTable } from './RightsTable.tsx'

const route = getRouteApi('/_app/people')

/** Who is in, as what, and what each role may do. Administrators invite, change and disable; keys are for programs. */
export function PeoplePage() {
  const { t } = useLingui()
  const { tab = 'people', person } = route.useSearch()
  const navigate = route.useNavigate()
  const administers = useMay('administrator')
  const people = useQuery(api.people.list.queryOptions())
  const active = people.data?.items.filter(one => !one.disabled).length
  const open = (id: string | undefined) => navigate({ search: old => ({ ...old, person: id }) })

  return (
    <>
      <PageHeader
        title={t`People and rights`}
        context={[active === undefined ? null : t`${active} can sign in`, t`One role each`]}
        actions={
          administers && (
            <Button leftSection={<IconUserPlus size={16} stroke={1.6} />} onClick={() => open('new')}>
              <Trans>Invite a person</Trans>
            </Button>
          )
        }
      />
      <Tabs
        value={tab}
        onChange={value => navigate({ search: { tab: value === 'people' ? undefined : (value as 'rights' | 'keys') } })}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="people">{t`People`}</Tabs.Tab>
          <Tabs.Tab value="rights">{t`What each role may do`}</Tabs.Tab>
          {administers && <Tabs.Tab value="keys">{t`API keys`}</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="people">
          <PeopleTable query={people} onOpen={administers ? open : undefined} />
        </Tabs.Panel>
        <Tabs.Panel value="rights">
          <RightsTable />
        </Tabs.Panel>
        {administers && (
          <Tabs.Panel value="keys">
            <KeysPanel />
          </Tabs.Panel>
        )}
      </Tabs>
      {administers && (
        <PersonDrawer
          id={person}
          person={people.data?.items.find(one => one.id === person)}
          onClose={() => open(undefined)}
        />
      )}
    </>
  )
}
