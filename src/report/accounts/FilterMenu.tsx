import { Trans, useLingui } from '@lingui/react/macro'
import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../web/use-format.ts'
import style from './FilterMenu.module.css'

export type FilterOption<Value extends string> = { value: Value; label: string; count?: number }

type Props<Value extends string> = {
  label: string
  options: FilterOption<Value>[]
  chosen: readonly Value[]
  onChange: (chosen: Value[]) => void
  /** What the button at the foot does; clears the choice when left out. */
  reset?: { label: string; onReset: () => void }
  /** The button says only its label, not what is chosen. */
  plain?: boolean
  size?: 'xs' | 'sm'
}

/** More options than this get a field to find one. */
const searchFrom = 9

/** Several values of one attribute: the button says what is chosen, the panel offers the values with their counts. */
export function FilterMenu<Value extends string>(props: Props<Value>) {
  const { label, options, chosen, onChange, reset, plain, size = 'xs' } = props
  const { t } = useLingui()
  const format = useFormat()
  const [text, setText] = useState('')
  const asked = text.trim().toLocaleLowerCase()
  const shown = options.filter(option => option.label.toLocaleLowerCase().includes(asked))
  const active = chosen.length > 0 && !plain
  const only = options.find(option => option.value === chosen[0])?.label ?? chosen[0] ?? ''
  const words = chosen.length === 1 ? only : format.count(chosen.length)
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter(each => each !== value) : [...chosen, value])
  return (
    <Popover position="bottom-start" width={264} trapFocus returnFocus onClose={() => setText('')}>
      <Popover.Target>
        <Button
          size={size}
          variant={active ? 'light' : 'default'}
          rightSection={<IconChevronDown size={13} stroke={1.6} aria-hidden="true" />}
          maw={240}
        >
          {active ? `${label}: ${words}` : label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={label}>
        <div className={style.panel}>
          {options.length >= searchFrom && (
            <TextInput
              size="xs"
              aria-label={t`Find in ${label}`}
              placeholder={t`Find`}
              value={text}
              onChange={event => setText(event.target.value)}
              data-autofocus
            />
          )}
          <ul className={style.list}>
            {shown.map(option => (
              <li key={option.value}>
                <Checkbox
                  size="xs"
                  classNames={{ root: style.option, body: style.line, labelWrapper: style.wide, label: style.label }}
                  checked={chosen.includes(option.value)}
                  onChange={() => toggle(option.value)}
                  label={
                    <>
                      <span className={style.words}>{option.label}</span>
                      {option.count !== undefined && <span className={style.count}>{format.count(option.count)}</span>}
                    </>
                  }
                />
              </li>
            ))}
          </ul>
          {shown.length === 0 && (
            <p className={style.none}>
              <Trans>Nothing fits.</Trans>
            </p>
          )}
          {(active || reset) && (
            <div className={style.end}>
              <Button size="compact-xs" variant="subtle" onClick={reset ? reset.onReset : () => onChange([])}>
                {reset ? reset.label : <Trans>Clear</Trans>}
              </Button>
            </div>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
