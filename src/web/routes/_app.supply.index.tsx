import { createFileRoute, redirect } from '@tanstack/react-router'

export const Route = createFileRoute('/_app/supply/')({
  beforeLoad: () => {
    // Typed as text: the pages of the room are listed in SupplyTabs alone.
    const first: string = '/supply/stock'
    throw redirect({ to: first, replace: true })
  },
})
