import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'
import { documentsSearch } from '../../ledger/documents-search.ts'

export const Route = createFileRoute('/_app/accounts/$id/documents')({
  validateSearch: documentsSearch,
  component: lazyRouteComponent(() => import('../../report/account-documents.page.tsx'), 'AccountDocumentsPage'),
})
