import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { contactsSearch } from '../../accounts/contacts-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/contacts')({
  validateSearch: contactsSearch,
  component: lazyRouteComponent(() => import('../../report/account-contacts.page.tsx'), 'AccountContactsPage'),
})
