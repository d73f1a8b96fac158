import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconAddressBook, IconDownload, IconPlus, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../web/api.ts'
import { EmptyState } from '../../web/page/EmptyState.tsx'
import { Section } from '../../web/page/Section.tsx'
import { DataTable } from '../../web/table/DataTable.tsx'
import { allRows } from '../../web/table/paged-rows.ts'
import { FormerPeople } from './FormerPeople.tsx'
import { PersonDrawer } from './PersonDrawer.tsx'
import { usePeopleColumns } from './people-columns.web.tsx'
import type { PeopleSearch } from './people-search.ts'

type Props = {
  accountId: number
  mayEdit: boolean
  search: PeopleSearch
  onSearch: (search: PeopleSearch) => void
}

/** Who decides, who is for us, who of ours knows them; and who has left. */
export function PeoplePanel({ accountId, mayEdit, search, onSearch }: Props) {
  const { t } = useLingui()
  const people = useQuery(api.know.people.list.queryOptions({ input: { accountId } }))
  const listed = { ...people, data: people.data?.items }
  const none = people.data?.items.length === 0
  const add = mayEdit && (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => onSearch({ contact: 'new' })}
    >
      <Trans>Add a person</Trans>
    </Button>
  )
  const take = mayEdit && (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconUpload size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => onSearch({ contact: 'file' })}
    >
      <Trans>Take from a file</Trans>
    </Button>
  )
  return (
    <>
      <Section
        title={t`People`}
        note={<Trans>The weightiest in buying first. Colour and sign say how they stand to us.</Trans>}
        actions={
          !none && (
            <>
              <FilesMenu accountId={accountId} />
              {take}
              {add}
            </>
          )
        }
      >
        <DataTable
          label={t`People`}
          columns={usePeopleColumns()}
          rowKey={row => row.contactId}
          {...allRows(listed)}
          height="content"
          onOpen={row => onSearch({ contact: row.contactId })}
          isMarked={row => row.contactId === search.contact}
          empty={
            <EmptyState
              icon={<IconAddressBook size={24} stroke={1.5} />}
              title={t`Nobody is known here yet`}
              action={
                <>
                  {add} {take}
                </>
              }
            >
              <Trans>
                Who decides, who collects information, who keeps the warehouse: add them, or take them from a vCard or
                CSV file.
              </Trans>
            </EmptyState>
          }
        />
      </Section>
      <FormerPeople people={people.data?.former ?? []} />
      <PersonDrawer accountId={accountId} mayEdit={mayEdit} search={search} onSearch={onSearch} />
    </>
  )
}

/** All people of the account as a file. */
function FilesMenu({ accountId }: { accountId: number }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} stroke={1.8} aria-hidden="true" />}>
          <Trans>Export</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={`/api/accounts/${accountId}/people.vcf`} download>
          <Trans>vCard 4, for address books</Trans>
        </Menu.Item>
        <Menu.Item component="a" href={`/api/accounts/${accountId}/people.csv`} download>
          <Trans>CSV, for spreadsheets</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
