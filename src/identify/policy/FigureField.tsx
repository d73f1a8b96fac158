import { NumberInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'

type Props = {
  label: ReactNode
  /** For fields whose label stands elsewhere. */
  spoken?: string
  description?: ReactNode
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number
  decimals?: number
  suffix?: string
  error?: string | undefined
  className?: string | undefined
  size?: 'xs' | 'sm'
}

/** A number in a form. It may be emptied while one types; left empty it takes its last value again. */
export function FigureField({ label, spoken, value, onChange, decimals = 0, step = 1, size = 'sm', ...rest }: Props) {
  const [shown, setShown] = useState<number | string>(value)
  // The figure moved elsewhere: a slider, another version.
  if (typeof shown === 'number' && shown !== value) setShown(value)
  return (
    <NumberInput
      {...rest}
      size={size}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={label}
      aria-label={spoken}
      decimalScale={decimals}
      step={step}
      thousandSeparator=","
      clampBehavior="blur"
      value={shown}
      onChange={next => {
        setShown(next)
        if (typeof next === 'number') onChange(next)
      }}
      onBlur={() => typeof shown !== 'number' && setShown(value)}
    />
  )
}
