import { useLingui } from '@lingui/react/macro'
import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = {
  /** Open while the URL names a detail: `opened={search.detail !== undefined}`. */
  opened: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
  size?: number
}

/** Details beside the page, from the right; on a phone over the whole width. */
export function DetailDrawer({ opened, onClose, title, children, size = 520 }: Props) {
  const { t } = useLingui()
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={size}
      title={title}
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {children}
    </Drawer>
  )
}
