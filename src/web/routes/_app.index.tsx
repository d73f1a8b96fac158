import { createFileRoute, redirect } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/')({
  beforeLoad: ({ context }) => {
    // A reader has no queue.
    throw redirect({ to: context.session.person.role === 'reader' ? '/vital-few' : '/today', replace: true })
  },
})
