import { createFileRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'

/** Every shared component in every state; in development only. */
export const Route = createFileRoute('/gallery')({
  beforeLoad: () => {
    if (!import.meta.env.DEV) throw notFound()
  },
  component: import.meta.env.DEV
    ? lazyRouteComponent(() => import('../gallery/gallery.page.tsx'), 'GalleryPage')
    : undefined,
})
