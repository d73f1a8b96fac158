import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconAddressBook, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { api, type client } from '../web/api.ts'
import { EmptyState } from '../web/page/EmptyState.tsx'
import { Section } from '../web/page/Section.tsx'
import type { Column } from '../web/table/column.ts'
import { DataTable } from '../web/table/DataTable.tsx'
import { allRows } from '../web/table/paged-rows.ts'
import { useLanguage } from '../web/use-format.ts'
import type { ContactField } from './contact.ts'
import { contactFieldName } from './contact-field-words.ts'
import { ContactDrawer } from './contacts/ContactDrawer.tsx'
import type { ContactsSearch } from './contacts-search.ts'

export type Contact = Awaited<ReturnType<typeof client.contacts.list>>['items'][number]

type Props = {
  accountId: number
  mayEdit: boolean
  search: ContactsSearch
  onSearch: (search: ContactsSearch) => void
}

/** The people of the account, by name. */
export function ContactsPanel({ accountId, mayEdit, search, onSearch }: Props) {
  const { t } = useLingui()
  const query = useQuery(api.contacts.list.queryOptions({ input: { accountId }, select: answer => answer.items }))
  const add = mayEdit && (
    <Button
      size="xs"
      leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
      onClick={() => onSearch({ contact: 'new' })}
    >
      <Trans>Add a contact</Trans>
    </Button>
  )
  const none = query.data?.length === 0
  return (
    <Section title={t`Contacts`} actions={!none && add}>
      <DataTable
        label={t`Contacts`}
        columns={useColumns()}
        rowKey={row => row.id}
        {...allRows(query)}
        height="content"
        onOpen={row => onSearch({ contact: row.id })}
        isMarked={row => row.id === search.contact}
        empty={
          <EmptyState
            icon={<IconAddressBook size={24} stroke={1.5} />}
            title={t`Nobody is known here yet`}
            action={add}
          >
            <Trans>Who decides, who buys, who keeps the warehouse: import a file of contacts, or add them here.</Trans>
          </EmptyState>
        }
      />
      <ContactDrawer
        accountId={accountId}
        contact={search.contact === 'new' ? 'new' : query.data?.find(each => each.id === search.contact)}
        mayEdit={mayEdit}
        onClose={() => onSearch({})}
      />
    </Section>
  )
}

function useColumns(): Column<Contact>[] {
  const language = useLanguage()
  const text = (key: ContactField, width: string, phone?: Column<Contact>['phone']) => ({
    key,
    header: contactFieldName(key, language),
    width,
    phone,
    render: (row: Contact) => {
      const words = row[key]
      return words === null ? '' : <span data-hint={String(words)}>{words}</span>
    },
  })
  return [
    text('name', 'minmax(140px, 1.2fr)', 'lead'),
    text('role', 'minmax(140px, 1.2fr)', 'detail'),
    text('department', 'minmax(120px, 1fr)'),
    {
      key: 'phone',
      header: contactFieldName('phone', language),
      width: 'minmax(130px, 0.9fr)',
      phone: 'figure',
      render: row => {
        const number = row.mobile ?? row.phone
        return number && <PhoneLink number={number} />
      },
    },
    {
      key: 'email',
      header: contactFieldName('email', language),
      width: 'minmax(160px, 1.2fr)',
      render: row =>
        row.email && (
          <a className="link" href={`mailto:${row.email}`}>
            {row.email}
          </a>
        ),
    },
    text('wechat', 'minmax(100px, 0.8fr)'),
  ]
}

function PhoneLink({ number }: { number: string }) {
  return (
    <a className="link" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
      {number}
    </a>
  )
}
