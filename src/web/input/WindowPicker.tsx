import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Popover, TextInput } from '@mantine/core'
import { IconCalendar, IconChevronDown } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useFormat } from '../use-format.ts'
import style from './WindowPicker.module.css'
import { defaultWindow, resolveWindow, type WindowBounds, type WindowChoice, type WindowKind } from './window.ts'

type Props = {
  choice: WindowChoice
  bounds: WindowBounds
  /** Write the choice into the URL: `navigate({ search: old => ({ ...old, window: undefined, from: undefined, to: undefined, ...choice }) })` */
  onChange: (choice: WindowChoice) => void
}

/** Which days the page looks at. The button names them, the panel offers the usual ones and own days. */
export function WindowPicker({ choice, bounds, onChange }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const kind = choice.window ?? defaultWindow
  const days = resolveWindow(choice, bounds)
  const names: Record<WindowKind, string> = {
    last12: t`Last 12 months`,
    fiscal: t`Fiscal year to date`,
    all: t`Whole ledger`,
    custom: t`Own days`,
  }
  const choose = (next: WindowChoice) => {
    onChange(next)
    setOpened(false)
  }

  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconCalendar size={16} stroke={1.6} />}
          rightSection={<IconChevronDown size={14} stroke={1.6} />}
          onClick={() => setOpened(!opened)}
          aria-label={t`Window: ${names[kind]}, ${format.days(days.from, days.to)}`}
        >
          {kind === 'custom' ? format.days(days.from, days.to) : names[kind]}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={style.panel}>
        <ul className={style.list}>
          {(['last12', 'fiscal', 'all'] as const).map(option => {
            const span = resolveWindow({ window: option }, bounds)
            return (
              <li key={option}>
                <button
                  type="button"
                  className={style.option}
                  aria-pressed={kind === option}
                  onClick={() => choose(option === defaultWindow ? {} : { window: option })}
                >
                  <span>{names[option]}</span>
                  <span className={style.days}>{format.days(span.from, span.to)}</span>
                </button>
              </li>
            )
          })}
        </ul>
        <OwnDays key={`${days.from}${days.to}`} days={days} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  )
}

function OwnDays({ days, onChoose }: { days: { from: string; to: string }; onChoose: (choice: WindowChoice) => void }) {
  const { t } = useLingui()
  const [from, setFrom] = useState(days.from)
  const [to, setTo] = useState(days.to)
  const wrong = from > to ? t`The first day lies after the last.` : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (from && to && !wrong) onChoose({ window: 'custom', from, to })
  }
  return (
    <form className={style.own} onSubmit={submit}>
      <TextInput
        type="date"
        size="xs"
        label={t({ message: 'From', context: 'first day' })}
        value={from}
        onChange={event => setFrom(event.target.value)}
      />
      <TextInput
        type="date"
        size="xs"
        label={t({ message: 'To', context: 'last day' })}
        value={to}
        error={wrong}
        onChange={event => setTo(event.target.value)}
      />
      <Button type="submit" size="xs" variant="default" disabled={!from || !to || wrong !== null}>
        <Trans>Show these days</Trans>
      </Button>
    </form>
  )
}
