import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconMapOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyState } from './EmptyState.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <EmptyState
      whole
      icon={<IconMapOff size={24} stroke={1.5} />}
      title={<Trans>There is no page at this address</Trans>}
      action={
        <Button variant="default" renderRoot={props => <Link to="/" {...props} />}>
          <Trans>Go to the first page</Trans>
        </Button>
      }
    >
      <Trans>It may have been merged, undone or mistyped.</Trans>
    </EmptyState>
  )
}
