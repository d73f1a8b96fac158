import { createFileRoute, redirect } from '@tanstack/react-router'
import { peopleSearch } from '../../know/people/people-search.ts'

/** The address that contacts had before there were people: links to it still open. */
export const Route = createFileRoute('/_app/accounts/$id/contacts')({
  validateSearch: peopleSearch,
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/accounts/$id/people', params, search, replace: true })
  },
})
