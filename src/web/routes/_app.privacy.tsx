import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/privacy')({
  component: lazyRouteComponent(() => import('../../know/people/privacy.page.tsx'), 'PrivacyPage'),
})
