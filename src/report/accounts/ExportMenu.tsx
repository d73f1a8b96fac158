import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { sayFailed } from '../../web/feedback/say.tsx'
import type { Days } from '../../web/input/window.ts'
import { useLanguage } from '../../web/use-format.ts'
import { type AccountsSearch, exportPath } from '../accounts-search.ts'
import { saveFrom } from './save-from.web.ts'

/** All accounts that fit, with every column, in the order on screen. */
export function ExportMenu({ search, days }: { search: AccountsSearch; days: Days | null }) {
  const { t } = useLingui()
  const language = useLanguage()
  const save = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => saveFrom(exportPath(search, days, format), `accounts.${format}`, language),
    onError: sayFailed,
  })
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          loading={save.isPending}
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden="true" />}
        >
          <Trans>Export</Trans>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t`What fits the filters`}</Menu.Label>
        <Menu.Item onClick={() => save.mutate('xlsx')}>
          <Trans>Excel workbook (XLSX)</Trans>
        </Menu.Item>
        <Menu.Item onClick={() => save.mutate('csv')}>
          <Trans>Plain text (CSV)</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
