import { createFileRoute, lazyRouteComponent } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/on-this-phone')({
  component: lazyRouteComponent(() => import('../../engage/report/on-this-phone.page.tsx'), 'OnThisPhonePage'),
})
