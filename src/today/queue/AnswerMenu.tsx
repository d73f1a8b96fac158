import { Trans, useLingui } from '@lingui/react/macro'
import { ActionIcon, Menu } from '@mantine/core'
import { IconBan, IconCalendarTime, IconDots, IconExternalLink, IconUserShare } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useCompany } from '../../web/session.ts'
import { useFormat } from '../../web/use-format.ts'
import { snoozeDays } from '../snooze-days.ts'
import type { Act } from '../today-search.ts'
import { linkOf } from './link-of.ts'
import style from './SignalRow.module.css'
import { useSnoozeWords } from './snooze-words.web.ts'
import type { QueueSignal } from './use-answers.web.ts'

type Props = { signal: QueueSignal; why: string; onSnooze: (until: string) => void; onAct: (act: Act) => void }

/** Everything but the usual step and “done”: put it off, give it on, say that it is not useful; and why it stands here. */
export function AnswerMenu({ signal, why, onSnooze, onAct }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const { today } = useCompany()
  const snoozeWords = useSnoozeWords()
  const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t`Answer otherwise: ${signal.title}`}>
          <IconDots size={16} stroke={1.8} aria-hidden="true" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown className={style.menu}>
        <Menu.Label>
          <Trans>Put off until</Trans>
        </Menu.Label>
        {snoozeDays(today).map(({ choice, day }) => (
          <Menu.Item
            key={choice}
            onClick={() => onSnooze(day)}
            rightSection={<span className={style.menuDay}>{format.day(day)}</span>}
          >
            {snoozeWords(choice)}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconCalendarTime {...icon} />} onClick={() => onAct('snooze')}>
          <Trans>Another day…</Trans>
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserShare {...icon} />} onClick={() => onAct('delegate')}>
          <Trans>Give it to somebody…</Trans>
        </Menu.Item>
        <Menu.Item leftSection={<IconBan {...icon} />} onClick={() => onAct('not useful')}>
          <Trans>Not useful…</Trans>
        </Menu.Item>
        {signal.actions.slice(1).map(action => (
          <Menu.Item
            key={action.path}
            leftSection={<IconExternalLink {...icon} />}
            renderRoot={props => <Link {...linkOf(action.path)} {...props} />}
          >
            {action.label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>
          <Trans>Why here</Trans>
        </Menu.Label>
        {/* A paragraph may not stand in a menu. */}
        <div className={style.menuWhy}>{why}</div>
      </Menu.Dropdown>
    </Menu>
  )
}
