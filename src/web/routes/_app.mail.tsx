import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

type MailSearch = { /** Whose drawer is open. */ mail?: number }

export const Route = createFileRoute('/_app/mail')({
  validateSearch: (search): MailSearch => ({ mail: Number.isInteger(search.mail) ? Number(search.mail) : undefined }),
  component: lazyRouteComponent(() => import('../mail/mail.page.tsx'), 'MailPage'),
})
