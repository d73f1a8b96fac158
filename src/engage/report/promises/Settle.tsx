import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useLanguage } from '../../../web/use-format.ts'
import { promiseStateName } from '../visit-report-words.ts'
import type { PromiseRead } from './promise-read.web.ts'
import style from './promises.module.css'
import { useSettle } from './use-settle.web.ts'

/** What became of a promise, said with one click and undone with another. */
export function Settle({ promise }: { promise: PromiseRead }) {
  const { t } = useLingui()
  const language = useLanguage()
  const settle = useSettle()
  if (!promise.mayEdit) return <span className={style.quiet}>{promiseStateName(promise.state, language)}</span>
  if (promise.state !== 'open')
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => settle.to(promise, 'open')} loading={settle.pending}>
        <Trans>Open again</Trans>
      </Button>
    )
  return (
    <span className={style.acts}>
      <Button size="compact-sm" variant="default" onClick={() => settle.to(promise, 'kept')} loading={settle.pending}>
        <Trans>Kept it</Trans>
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="compact-sm" variant="subtle" color="gray" aria-label={t`Something else became of it`}>
            <IconChevronDown size={16} stroke={1.6} aria-hidden="true" />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => settle.to(promise, 'broken')}>
            <Trans>It was broken</Trans>
          </Menu.Item>
          <Menu.Item onClick={() => settle.to(promise, 'withdrawn')}>
            <Trans>It is withdrawn</Trans>
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
